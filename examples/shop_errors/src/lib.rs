//! The errors of the shop. Its server sends them, and its clients get them back.

use std::io;
use std::time::Duration;

use status_core::HttpStatus;
use status_core::problem::FieldErrors;
#[cfg(feature = "server")]
use status_core::rejection::Rejection;

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(decode, type_base = "https://shop.example/errors/")]
#[cfg_attr(feature = "server", status(axum, utoipa))]
#[cfg_attr(feature = "grpc", status(tonic))]
pub enum OrderError {
    /// The order number is invalid.
    #[error("{0}")]
    #[status(400, detail = 0)]
    BadNumber(String),

    /// The content is not JSON.
    #[error("{0}")]
    #[status(400, detail = 0)]
    NotJson(String),

    /// The content is too large.
    #[error("the content is too large")]
    #[status(413)]
    TooLarge,

    /// The content is not declared as JSON.
    #[error("write `Content-Type: application/json`")]
    #[status(415)]
    NotDeclared,

    /// The content is not the expected JSON.
    #[error("{errors}")]
    #[status(422, members(errors))]
    UnexpectedJson {
        /// Where it is not.
        errors: FieldErrors,
    },

    /// The caller has not signed in.
    #[error("sign in first")]
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,

    /// No order has this number.
    #[error("order {id} not found")]
    #[status(404, members(id))]
    OrderNotFound {
        /// The number.
        id: u64,
    },

    /// The order has already been paid.
    #[error("order {id} has already been paid")]
    #[status(409, members(id))]
    AlreadyPaid {
        /// The number of the order.
        id: u64,
    },

    /// The quantity is out of range.
    #[error("the quantity must be from 1 to {max}, not {quantity}")]
    #[status(422, members(quantity, max))]
    WrongQuantity {
        /// The quantity in the order.
        quantity: u32,
        /// The largest one that can be ordered.
        max: u32,
    },

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast {
        /// When the next order is allowed.
        after: Duration,
    },

    /// The stock is being counted.
    #[error("the count takes a moment")]
    // Without `expose`, the message of a 5xx is not sent.
    #[status(503, header("Retry-After" = after), expose)]
    Counting {
        /// When the count is done.
        after: Duration,
    },

    /// The payment provider failed.
    #[error("payment provider: {0}")]
    // A 5xx: this message is logged, never sent. So a client cannot get the error back.
    #[status(BAD_GATEWAY, skip_decode)]
    Payment(#[source] PaymentError),

    /// The stock cannot fill the order.
    #[error(transparent)]
    #[status(transparent)] // the status of the `StockError`
    Stock(#[from] StockError),
}

/// Why the stock cannot fill an order.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(decode, type_base = "https://shop.example/errors/stock/")]
#[cfg_attr(feature = "server", status(utoipa))]
pub enum StockError {
    /// The shop does not sell this item.
    #[error("the shop does not sell {item:?}")]
    #[status(422, members(item))]
    UnknownItem {
        /// The item in the order.
        item: String,
    },

    /// Not enough of this item is in stock.
    #[error("{left} of {item:?} left")]
    #[status(409, members(item, left))]
    SoldOut {
        /// The item in the order.
        item: String,
        /// How many are left.
        left: u32,
    },
}

/// Why the payment provider failed.
#[derive(Debug, thiserror::Error)]
#[error("no answer from {host}")]
pub struct PaymentError {
    /// The provider's address, which no client should see.
    pub host: &'static str,
    /// What happened.
    pub source: io::Error,
}

/// A request that axum's extractors refuse. Each reason keeps its own code: to say 400 for all of them
/// would be wrong for content that is too large.
#[cfg(feature = "server")]
impl From<Rejection> for OrderError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::UnexpectedPath { .. } => Self::BadNumber(rejection.to_string()),
            Rejection::UnexpectedJson { errors } => Self::UnexpectedJson { errors },
            Rejection::ContentTooLarge => Self::TooLarge,
            Rejection::UnsupportedMediaType { .. } => Self::NotDeclared,
            _ => Self::NotJson(rejection.to_string()),
        }
    }
}
