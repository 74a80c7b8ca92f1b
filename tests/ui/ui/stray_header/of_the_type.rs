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
    /// It failed, too.
    #[status(409)]
    FailedToo,
}

fn main() {}
