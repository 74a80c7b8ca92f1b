use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(header("Retry-After" = "60"))]
enum Error {
    /// Later.
    #[status(503)]
    Later,
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
