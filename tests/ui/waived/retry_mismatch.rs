use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OnVariant {
    /// It failed.
    #[status(422, retry = "always", allow(retry_mismatch))]
    Failed,
}

#[derive(HttpStatus)]
#[status(allow(retry_mismatch))]
enum OnType {
    /// It failed.
    #[status(422, retry = "always")]
    Failed,
}

/// It failed.
#[derive(HttpStatus)]
#[status(422, retry = "always", allow(retry_mismatch))]
struct Failed;

pub fn main() {}
