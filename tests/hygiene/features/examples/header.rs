//! Needs the feature `problem`, for the first field: a constant does not need it.

use std::time::Duration;

use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OrderError<T> {
    /// The caller sends orders faster than its plan allows.
    #[status(429, header("Age" = "0"), header("Retry-After" = after))]
    TooFast { after: Duration },
    /// The caller has not signed in.
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,
    /// No order has this number.
    #[status(404, members(id), header("Age" = id))]
    NotFound { id: T },
}

fn main() {
    let after = Duration::from_secs(7);
    let errors =
        [OrderError::TooFast { after }, OrderError::SignedOut, OrderError::NotFound { id: 7_u64 }];
    println!("{:?}", errors.map(|error| error.code()));
}
