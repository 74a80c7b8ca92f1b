use serde::Serialize;
use status_core::HttpStatus;
use status_core::problem::{Body, View};

#[derive(Serialize)]
struct Envelope<'a> {
    code: &'a str,
    message: &'a str,
}

fn envelope(view: &View<'_>) -> Body {
    Body::json(&Envelope { code: view.status.slug(), message: view.detail.unwrap_or(view.title) })
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, body = envelope, slug_case = "snake_case")]
pub enum OrderError {
    /// No order has this number.
    #[error("no order has the number {0}")]
    #[status(404)]
    OrderNotFound(u64),
    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(502)]
    PaymentFailed(#[source] std::io::Error),
}
