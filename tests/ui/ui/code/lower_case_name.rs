use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(not_found)]
    Failed,
}

fn main() {}
