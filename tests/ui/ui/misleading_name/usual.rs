use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(400)]
    AlreadyExists,
    /// It failed.
    #[status(400)]
    ServerError,
    /// It failed.
    #[status(400)]
    RateLimitExceeded,
    /// It failed.
    #[status(500)]
    Timeout,
    /// It failed.
    #[status(403, grpc = UNAUTHENTICATED)]
    Unauthenticated,
}

fn main() {}
