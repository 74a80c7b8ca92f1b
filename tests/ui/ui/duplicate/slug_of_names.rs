use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404)]
    HttpFailed,
    /// It failed again.
    #[status(410)]
    HTTPFailed,
}

fn main() {}
