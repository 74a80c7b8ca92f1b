//! How the shop fails, for the shop itself and for its client.

use std::io;
use std::time::Duration;

use axum::extract::rejection::{JsonRejection, PathRejection};
use status_core::HttpStatus;

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, type_base = "https://shop.example/errors/")]
pub enum OrderError {
    /// The number of the order cannot be read.
    #[error("{}", .0.body_text())]
    #[status(400)]
    BadNumber(#[from] PathRejection),

    /// The content is not the JSON that is needed here.
    #[error("{}", .0.body_text())]
    #[status(400)]
    BadContent(#[from] JsonRejection),

    /// The caller has not signed in.
    #[error("sign in first")]
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,

    /// No order has this number.
    #[error("order {id} not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },

    /// The order has been paid already.
    #[error("order {id} needs no second payment")]
    #[status(409, members(id))]
    AlreadyPaid { id: u64 },

    /// No order can have this many pieces.
    #[error("an order has 1 to {max} pieces, not {pieces}")]
    #[status(422, members(pieces, max))]
    WrongQuantity { pieces: u32, max: u32 },

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast { after: Duration },

    /// The stock is being counted.
    #[error("the count takes a moment")]
    #[status(503, header("Retry-After" = after), expose)]
    // a 5xx whose text says nothing of us
    Counting { after: Duration },

    /// The payment provider failed us.
    #[error("payment provider: {0}")]
    #[status(BAD_GATEWAY)] // a 5xx: this text is logged, never sent
    Payment(#[source] PaymentError),

    #[error(transparent)]
    #[status(transparent)] // whatever the stock says
    Stock(#[from] StockError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(type_base = "https://shop.example/errors/stock/")]
pub enum StockError {
    /// The shop does not sell this article.
    #[error("there is no {article:?} in this shop")]
    #[status(422, members(article))]
    UnknownArticle { article: String },

    /// Too few pieces of this article are left.
    #[error("{left} of {article:?} left")]
    #[status(409, members(article, left))]
    SoldOut { article: String, left: u32 },
}

#[derive(Debug, thiserror::Error)]
#[error("no answer from {host}")]
pub struct PaymentError {
    pub host: &'static str,
    pub source: io::Error,
}
