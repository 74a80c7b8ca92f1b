use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(500)]
    UserNotFound,
    /// It failed.
    #[status(400)]
    StorageServiceUnavailable,
    /// It failed.
    #[status(500)]
    BucketAlreadyExists,
}

fn main() {}
