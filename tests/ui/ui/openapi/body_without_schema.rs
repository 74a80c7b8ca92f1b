//! A type with a body of its own supplies the schema of that.

use status_core::HttpStatus;
use status_core::problem::{Body, View};

fn envelope(view: &View<'_>) -> Body {
    Body::json(view.title)
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa, body = envelope)]
enum OrderError {
    /// No order has this number.
    #[error("not found")]
    #[status(404)]
    OrderNotFound,
}

fn main() {}
