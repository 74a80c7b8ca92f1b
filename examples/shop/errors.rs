//! The errors of the shop. The `shop_client` example shares them.

use std::io;
use std::time::Duration;

use axum::extract::rejection::{JsonRejection, PathRejection};
use status_core::HttpStatus;

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, utoipa, type_base = "https://shop.example/errors/")]
pub enum OrderError {
    /// The order number is invalid.
    #[error("{}", .0.body_text())]
    #[status(400, expose)]
    BadNumber(#[from] PathRejection),

    /// The content is not the expected JSON.
    #[error("{}", .0.body_text())]
    #[status(400, expose)]
    BadContent(#[from] JsonRejection),

    /// The caller has not signed in.
    #[error("sign in first")]
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,

    /// No order has this number.
    #[error("order {id} not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },

    /// The order has already been paid.
    #[error("order {id} has already been paid")]
    #[status(409, members(id))]
    AlreadyPaid { id: u64 },

    /// The quantity is out of range.
    #[error("the quantity must be from 1 to {max}, not {quantity}")]
    #[status(422, members(quantity, max))]
    WrongQuantity { quantity: u32, max: u32 },

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast { after: Duration },

    /// The stock is being counted.
    #[error("the count takes a moment")]
    // Without `expose`, the message of a 5xx is not sent.
    #[status(503, header("Retry-After" = after), expose)]
    Counting { after: Duration },

    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(BAD_GATEWAY)] // a 5xx: this message is logged, never sent
    Payment(#[source] PaymentError),

    #[error(transparent)]
    #[status(transparent)] // the status of the `StockError`
    Stock(#[from] StockError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa, type_base = "https://shop.example/errors/stock/")]
pub enum StockError {
    /// The shop does not sell this item.
    #[error("the shop does not sell {item:?}")]
    #[status(422, members(item))]
    UnknownItem { item: String },

    /// Not enough of this item is in stock.
    #[error("{left} of {item:?} left")]
    #[status(409, members(item, left))]
    SoldOut { item: String, left: u32 },
}

#[derive(Debug, thiserror::Error)]
#[error("no answer from {host}")]
pub struct PaymentError {
    pub host: &'static str,
    pub source: io::Error,
}
