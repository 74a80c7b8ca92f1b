//! The type that every tool documents.

use std::io;
use std::time::Duration;

use serde::Serialize;
use status_core::describe::DocumentedBody;
use status_core::problem::{Body, FieldError, FieldErrors, Problem, View};

use status_core::{HttpStatus, status_table};

/// Where an order was going.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "utoipa", derive(::utoipa::ToSchema))]
#[cfg_attr(feature = "aide", derive(::schemars::JsonSchema))]
#[cfg_attr(feature = "salvo_oapi", derive(::salvo_oapi::ToSchema))]
#[cfg_attr(feature = "poem_openapi", derive(::poem_openapi::Object))]
pub struct Address {
    pub city: String,
    pub zip: Zip,
}

/// A postal code.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "utoipa", derive(::utoipa::ToSchema))]
#[cfg_attr(feature = "aide", derive(::schemars::JsonSchema))]
#[cfg_attr(feature = "salvo_oapi", derive(::salvo_oapi::ToSchema))]
#[cfg_attr(feature = "poem_openapi", derive(::poem_openapi::Object))]
pub struct Zip {
    pub digits: String,
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(type_base = "https://shop.example/errors/", members(version = 2))]
#[cfg_attr(feature = "utoipa", status(utoipa))]
#[cfg_attr(feature = "aide", status(aide))]
#[cfg_attr(feature = "salvo_oapi", status(salvo_oapi))]
#[cfg_attr(feature = "poem_openapi", status(poem_openapi))]
pub enum OrderError<T> {
    /// No order has this number.
    ///
    /// It may have been deleted.
    #[error("order {id} not found")]
    #[status(404, members(id, shelf))]
    OrderNotFound { id: u64, shelf: Option<String> },

    /// The caller has not signed in.
    #[error("sign in first")]
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after), header("X-Plan" = plan))]
    TooFast { after: Duration, plan: Option<String> },

    /// The order cannot be delivered there.
    #[error("not there")]
    #[status(422, members(address, note), detail = note)]
    Undeliverable { address: Address, note: Option<T> },

    /// The order has invalid fields.
    #[error("the order has invalid fields")]
    #[status(400, members(errors))]
    Invalid { errors: FieldErrors },

    /// The shop takes no orders on this day.
    #[error("closed on {}", DAYS[usize::from(*day)])]
    #[status(403, members(day))]
    Closed { day: u8 },

    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(502)]
    Payment(#[source] io::Error),

    #[error(transparent)]
    #[status(transparent)]
    Stock(#[from] StockError),

    /// The count takes a while.
    #[error("the table {0:?}")]
    #[status(transparent, fallback = 503)]
    Counting(Option<Known>),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(type_base = "https://shop.example/errors/stock/")]
#[cfg_attr(feature = "utoipa", status(utoipa))]
#[cfg_attr(feature = "aide", status(aide))]
#[cfg_attr(feature = "salvo_oapi", status(salvo_oapi))]
#[cfg_attr(feature = "poem_openapi", status(poem_openapi))]
pub enum StockError {
    /// The shop does not sell this item.
    #[error("unknown item")]
    #[status(404, redact, members(item, kind = "stock"))]
    ItemUnknown { item: String },

    /// No item has this number.
    #[error("no {0}")]
    #[status(409)]
    OrderNotFound(u8),
}

/// The message of `Closed` panics for a number that no day has.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

status_table! {
    /// It names no tool.
    #[derive(Debug)]
    pub enum Known {
        /// It was there.
        410 Gone,
    }
}

/// A value of each variant that has a status of its own, with its problem.
pub fn errors() -> Vec<(u16, Problem)> {
    fn problem(error: &OrderError<String>) -> (u16, Problem) {
        (error.code(), Problem::of(error))
    }
    let address = Address { city: "Ulm".to_owned(), zip: Zip { digits: "89073".to_owned() } };
    let invalid = FieldError::at(["items", "0", "quantity"], "must be a positive integer");
    vec![
        problem(&OrderError::OrderNotFound { id: 7, shelf: Some("example".to_owned()) }),
        problem(&OrderError::OrderNotFound { id: 8, shelf: None }),
        problem(&OrderError::SignedOut),
        problem(&OrderError::TooFast { after: Duration::from_secs(7), plan: None }),
        problem(&OrderError::Undeliverable { address: address.clone(), note: None }),
        problem(&OrderError::Undeliverable { address, note: Some("far".to_owned()) }),
        problem(&OrderError::Payment(io::ErrorKind::TimedOut.into())),
        problem(&StockError::ItemUnknown { item: "example".to_owned() }.into()),
        problem(&StockError::OrderNotFound(7).into()),
        problem(&OrderError::Counting(None)),
        problem(&OrderError::Counting(Some(Known::Gone))),
        problem(&OrderError::Invalid { errors: invalid.into() }),
        problem(&OrderError::Invalid { errors: FieldErrors::new() }),
        problem(&OrderError::Closed { day: 6 }),
    ]
}

#[derive(Serialize)]
#[cfg_attr(feature = "utoipa", derive(::utoipa::ToSchema))]
#[cfg_attr(feature = "aide", derive(::schemars::JsonSchema))]
#[cfg_attr(feature = "salvo_oapi", derive(::salvo_oapi::ToSchema))]
#[cfg_attr(feature = "poem_openapi", derive(::poem_openapi::Object))]
pub struct Envelope {
    code: String,
    message: Option<String>,
}

pub fn envelope(view: &View<'_>) -> Body {
    let (code, message) = (view.status.slug().to_owned(), view.detail.map(str::to_owned));
    Body::json(&Envelope { code, message }).media_type("application/vnd.shop+json")
}

/// It sends a body of its own, and some of its statuses are not known.
#[expect(dead_code, reason = "one variant is only described")]
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(body = envelope)]
#[cfg_attr(feature = "utoipa", status(utoipa))]
#[cfg_attr(feature = "aide", status(aide))]
#[cfg_attr(feature = "salvo_oapi", status(salvo_oapi))]
#[cfg_attr(feature = "poem_openapi", status(poem_openapi))]
pub enum Enveloped {
    /// No order has this number.
    #[status(404)]
    OrderNotFound,
    /// No item has this number.
    #[status(404)]
    ItemNotFound,
    #[status(dynamic = 0, fallback = 502)]
    Upstream(u16),
}

impl DocumentedBody for Enveloped {
    type Schema = Envelope;
}
