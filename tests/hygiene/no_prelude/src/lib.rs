//! Without a prelude, generated code must use full paths.
#![no_implicit_prelude]
#![deny(warnings)]

use ::core::time::Duration;
use ::status_core::HttpStatus;

/// Why an order fails.
#[derive(Clone, Debug, HttpStatus)]
#[status(axum, type_base = "https://shop.example/errors/")]
pub enum OrderError {
    /// The caller has not signed in.
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,
    /// No order has this number.
    #[status(NOT_FOUND, members(id))]
    NotFound { id: u64 },
    /// The caller sends orders faster than its plan allows.
    #[status(429, header("Retry-After" = 0))]
    TooFast(Duration),
    #[status(transparent)]
    Stock(SoldOut),
    #[status(transparent)]
    Edge(EdgeError),
}

/// Nothing is left of this item.
#[doc = ::core::concat!("Of ", "nothing.")]
#[derive(Clone, Debug, HttpStatus)]
#[status(409, reason = "Conflict", slug = "sold-out", expose)]
pub struct SoldOut;

/// Another server failed.
#[derive(Debug, HttpStatus)]
#[status(dynamic = code, fallback = 502, header("Age" = age), members(body))]
pub struct Upstream<C, B> {
    pub code: C,
    pub age: ::core::option::Option<Duration>,
    pub body: B,
}

/// A generic error.
#[derive(HttpStatus)]
pub enum Either<L, R> {
    #[status(transparent, unlisted)]
    Left(L),
    #[status(transparent, unlisted)]
    Right { right: R },
}

/// It has no variants.
#[derive(HttpStatus)]
pub enum Never {}

impl ::core::fmt::Display for OrderError {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Debug::fmt(self, f)
    }
}

::status_core::status_table! {
    /// What our edge returns when an origin fails.
    #[status(axum, allow(unregistered_code))]
    #[derive(Default)]
    pub enum EdgeError: 500..=530 {
        /// The origin's response was not valid HTTP.
        520 UnknownError "Web Server Returned an Unknown Error",
        /// The origin refused the connection.
        #[default]
        BAD_GATEWAY BadGateway,
    }
}
