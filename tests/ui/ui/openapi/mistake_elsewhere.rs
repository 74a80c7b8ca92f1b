//! A mistake in the type causes no second error.

use status_core::HttpStatus;

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum OrderError {
    /// No order has this number.
    #[error("not found")]
    #[status(200)]
    OrderNotFound,
}

fn main() {
    let _ = <OrderError as utoipa::IntoResponses>::responses();
}
