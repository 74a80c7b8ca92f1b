use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(405, header("Allow" = allow))]
    Failed { allow: Option<String> },
}

fn main() {}
