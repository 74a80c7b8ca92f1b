use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(METHOD_NOT_ALLOWED)]
    Failed,
}

fn main() {}
