//! A crate with strict lints, in which generated code must cause no warning of rustc or Clippy.
#![deny(missing_docs, warnings)]
// Generated code must not `allow` a forbidden lint, which would be an error.
#![forbid(unused, dead_code, unused_imports)]
// Lints that strict crates often enable.
#![deny(
    future_incompatible,
    rust_2018_idioms,
    missing_copy_implementations,
    missing_debug_implementations,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unreachable_pub,
    unsafe_code,
    unused_lifetimes,
    unused_qualifications,
    unused_results
)]

use std::borrow::Cow;
use std::fmt;
use std::time::{Duration, SystemTime};

use status_core::{HttpStatus, status_table};

/// How an order fails.
#[derive(Clone, Debug, PartialEq, Eq, HttpStatus)]
#[non_exhaustive]
#[status(axum, type_base = "https://shop.example/errors/")]
pub enum OrderError {
    /// The caller has not signed in.
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,

    /// No order has this number.
    #[status(404, members(id, shelf))]
    #[non_exhaustive]
    NotFound {
        /// The requested number.
        id: u64,
        /// Where the search took place.
        shelf: String,
    },

    /// The caller sends orders faster than its plan allows.
    #[status(429, header("Retry-After" = 0))]
    TooFast(Duration),

    /// The payment provider failed.
    #[deprecated(note = "the provider is called from a queue now")]
    #[status(BAD_GATEWAY, header("Expires" = until), members(attempts))]
    Payment {
        /// When to try again.
        until: Option<SystemTime>,
        /// The number of attempts.
        attempts: u8,
    },

    /// The stock service failed.
    #[deprecated]
    #[status(transparent)]
    Stock(StockError),

    /// Another server failed.
    #[deprecated]
    #[status(dynamic = 0, fallback = 502)]
    Upstream(u16),
}

impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the order failed")
    }
}

/// Nothing is left of this item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, HttpStatus)]
#[deprecated(since = "0.0.0")]
#[status(409, reason = "Conflict", title = "Sold out", slug = "sold-out", redact)]
pub struct SoldOut {
    /// The article's number.
    #[deprecated]
    pub article: u32,
}

/// Why the stock service fails.
#[derive(Clone, Debug, PartialEq, Eq, HttpStatus)]
pub enum StockError {
    /// It is closed.
    #[status(503, header("Retry-After" = after), members(why))]
    Closed {
        /// For how long.
        #[deprecated]
        after: Duration,
        /// Why.
        #[deprecated]
        why: Cow<'static, str>,
    },
    /// A row of a table.
    #[status(transparent)]
    Edge(EdgeError),
}

/// Another server failed.
#[derive(Clone, Copy, Debug, HttpStatus)]
#[status(dynamic = code, fallback = 502, header("Age" = age), members(what))]
pub struct Upstream<'a, C, T: ?Sized, const N: usize> {
    /// The code of its response.
    pub code: C,
    /// For how long it has been known.
    pub age: Option<u64>,
    /// The first bytes of its response.
    pub start: [u8; N],
    /// The request that it received.
    pub what: &'a T,
}

/// It has no variants.
#[derive(Clone, Copy, Debug, HttpStatus)]
pub enum Never {}

status_table! {
    /// What our edge returns when an origin fails.
    #[status(axum, allow(unregistered_code))]
    #[derive(Default)]
    #[non_exhaustive]
    pub enum EdgeError: 500..=530 {
        /// The origin's response was not valid HTTP.
        #[default]
        520 UnknownError "Web Server Returned an Unknown Error",
        /// The origin refused the connection.
        #[deprecated(note = "the edge says 502")]
        521 WebServerDown "Web Server Is Down",
        /// The origin's response was invalid.
        502 BadGateway,
    }
}

status_table! {
    /// The user also derives traits that the macro implements.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[derive(std::hash::Hash, ::core::cmp::PartialOrd, Ord)]
    pub enum Own {
        /// The request succeeded.
        200 Ok,
    }
}

status_table! {
    /// It is deprecated and unused.
    #[deprecated]
    #[status(axum)]
    pub enum Old {
        /// It is gone.
        410 Gone,
    }
}

status_table! {
    /// It is private and unused.
    enum Unused: 4xx {
        /// The request is wrong.
        400 BadRequest,
        /// There is nothing.
        404 NotFound,
    }
}

/// A private module.
mod inner {
    use super::{HttpStatus, status_table};

    #[derive(Debug, HttpStatus)]
    pub(crate) enum Inner {
        /// It is forbidden.
        #[status(403)]
        Forbidden,
        /// A row of a private table.
        #[status(transparent)]
        Row(Row),
    }

    status_table! {
        /// A table for the parent module.
        pub(super) enum Row: 5xx {
            /// It is not built yet.
            501 NotImplemented,
        }
    }

    status_table! {
        /// A table for this module.
        pub(in crate::inner) enum Nobody {
            /// It moved.
            308 PermanentRedirect,
        }
    }
}

/// The codes of the private types.
#[must_use]
pub fn of_inner() -> [u16; 2] {
    [inner::Inner::Forbidden.code(), inner::Inner::Row(inner::Row::NotImplemented).code()]
}

/// A table in a function, used only through `from_code`.
#[must_use]
pub fn in_a_function(code: u16) -> Option<&'static str> {
    status_table! {
        /// The codes that this function knows.
        enum Known {
            /// The server is a teapot.
            400 BadRequest,
        }
    }

    #[derive(HttpStatus)]
    enum Local {
        #[status(transparent)]
        Known(Known),
    }

    Known::from_code(code).map(|known| Local::Known(known).reason())
}
