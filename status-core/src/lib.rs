//! HTTP status types that are checked at compile time, and the responses that follow from them.
//!
//! One annotated enum describes how an API fails. You write each status once: its code, what it
//! means, and the header fields it needs. Everything else is derived from that enum.
//!
//! - [`derive@HttpStatus`] is for error types: enums and structs with data.
//! - [`status_table!`] is for sets of codes: enums whose variants are the statuses.
//! - [`ServerError`], [`ClientError`], [`Redirection`], [`Success`] and [`Informational`] are the
//!   codes in the IANA registry.
//!
//! ```
//! use status_core::{ClientError, HttpStatus};
//!
//! #[derive(HttpStatus)]
//! enum OrderError {
//!     /// No order has this number.
//!     #[status(404)]
//!     OrderNotFound { id: u64 },
//!
//!     /// The order has already been shipped.
//!     #[status(CONFLICT)]
//!     AlreadyShipped,
//! }
//!
//! let error = OrderError::OrderNotFound { id: 7 };
//! assert_eq!(error.code(), 404);
//! assert_eq!(error.reason(), "Not Found");
//! assert_eq!(error.documentation(), "No order has this number.");
//! assert_eq!(OrderError::AlreadyShipped.code(), ClientError::Conflict.code());
//! ```
//!
//! # Features
//!
//! Without features, the crate is `no_std` and depends on nothing but its own macros.
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `std` (default) | `alloc` |
//! | `alloc` | [`HttpStatus`] and [`StatusTable`] for `Box<T>` and `Arc<T>` |
//! | `problem` | `problem`: errors as `application/problem+json` (RFC 9457); conversions to `http::StatusCode`; `serde::Serialize` for the canonical tables |
//! | `http` | `#[status(http)]`: the type converts into `http::Response` |
//! | `representations` | `represent`: a problem as JSON, an HTML page or plain text, chosen by the request's `Accept` |
//! | `axum` | `#[status(axum)]`: the type is an axum response; so are the canonical tables |
//! | `actix_web` | `#[status(actix_web)]`: the type is an actix-web `ResponseError` and `Responder` |
//! | `poem` | `#[status(poem)]`: the type is a poem response, and converts into `poem::Error` |
//! | `rocket` | `#[status(rocket)]`: the type is a rocket `Responder` |
//! | `salvo` | `#[status(salvo)]`: the type is a salvo `Writer` |
//! | `tonic` | `#[status(tonic)]`: the type converts into `tonic::Status` |
//! | `warp` | `#[status(warp)]`: the type is a warp `Reply` and can be the cause of a `Rejection` |
//! | `tower` | `tower`: a layer that sends each problem in the representation that the request asks for |
//! | `tracing` | one event for each error response |
//! | `reqwest` | `reqwest`: reads a problem from an error response |

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
// The macros' output names `::status_core`, also inside this crate.
extern crate self as status_core;
#[cfg(feature = "std")]
extern crate std;

// Declared first: it defines macros that the modules below use.
#[doc(hidden)]
mod macro_support;

mod canonical;
mod class;
#[cfg(feature = "problem")]
mod client;
#[cfg(feature = "problem")]
mod event;
mod http_status;
mod integrations;
mod invalid;
#[cfg(feature = "problem")]
pub mod problem;
#[cfg(feature = "representations")]
pub mod represent;
mod row;
mod status;
mod table;

pub use canonical::client_error::ClientError;
pub use canonical::informational::Informational;
pub use canonical::redirection::Redirection;
pub use canonical::registry::Registration;
pub use canonical::server_error::ServerError;
pub use canonical::success::Success;
pub use class::Class;
#[cfg(feature = "reqwest")]
#[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
pub use client::reqwest;
pub use http_status::HttpStatus;
#[cfg(feature = "tower")]
#[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
pub use integrations::tower;
pub use invalid::InvalidStatus;
pub use status::Status;
pub use table::{StatusTable, Statuses, Table};

#[doc(inline)]
pub use status_macros::{HttpStatus, status_table};

/// What generated code names. Not part of the public interface: it changes with the macros.
#[doc(hidden)]
pub mod __private {
    pub use crate::macro_support::*;
}
