use status_core::HttpStatus;

/// Why an order fails.
#[derive(HttpStatus)]
enum OrderError {
    /// The quantity is too large.
    #[status(422, retry = "idempotent")]
    Quantity,
    /// The shop moved.
    #[status(GONE, retry = "always")]
    Moved,
    /// The shop is closed.
    #[status(503, retry = "never", header("Retry-After" = "60"))]
    Closed,
    /// Somebody else changed the order.
    #[status(409, retry = "idempotent")]
    ChangedMeanwhile,
    /// It is closed for good.
    #[status(503, retry = "never")]
    Retired,
    /// Somebody else has it.
    #[status(423, retry = "allways")]
    Taken,
    /// Somebody else has it.
    #[status(423, retry = "no")]
    Held,
    /// Somebody else has it.
    #[status(423, retry = true)]
    Kept,
    #[status(transparent, retry = "never")]
    Other(status_core::ClientError),
}

fn main() {}
