use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(title = "x")]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
