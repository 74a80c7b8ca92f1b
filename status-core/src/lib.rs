//! One annotated enum says how your HTTP API fails. The compiler checks it, and the responses follow
//! from it.
//!
#![cfg_attr(any(not(doctest), feature = "axum"), doc = include_str!("docs/front_page.md"))]
//!
//! # Codes
//!
//! [`ServerError`], [`ClientError`], [`Redirection`], [`Success`] and [`Informational`] are all the codes
//! that IANA has registered. [`status_table!`] defines a set of your own. [The guide](guide::tables) shows what a table can do.
//!
//! ```
//! use status_core::ServerError;
//!
//! assert_eq!(ServerError::from_code(503), Some(ServerError::ServiceUnavailable));
//! assert_eq!(ServerError::BadGateway.reason(), "Bad Gateway");
//! assert_eq!("503 Service Unavailable".parse(), Ok(ServerError::ServiceUnavailable));
//! ```
//!
//! # Features
//!
//! Without features the crate is `no_std` and depends on its macros alone.
//!
//! | feature | adds |
//! | --- | --- |
//! | `std` (default) | `alloc` |
//! | `alloc` | [`HttpStatus`] and [`StatusTable`] for `Box<T>` and `Arc<T>` |
//! | `problem` | `status_core::problem`: problem details (RFC 9457), `header(…)` and `members(…)`; conversions to and from `http::StatusCode`, and `Serialize`, for the canonical tables |
//! | `representations` | `status_core::represent`: a problem as a page or as plain text |
//! | `axum` | `#[status(axum)]` |
//! | `actix_web` | `#[status(actix_web)]` and the layer; needs Rust 1.89 |
//! | `poem` | `#[status(poem)]` and the layer |
//! | `rocket` | `#[status(rocket)]` and the layer; needs Rust 1.89 |
//! | `salvo` | `#[status(salvo)]` and the layer; needs Rust 1.95 |
//! | `tonic` | `#[status(tonic)]` |
//! | `warp` | `#[status(warp)]` |
//! | `http` | `#[status(http)]`, for hyper and everything else built on `http` |
//! | `tower` | `status_core::tower`: `ProblemLayer`, which sends each problem in the form that its request accepts |
//! | `tracing` | one event per error response |
//! | `reqwest` | `status_core::reqwest`: a failing response of that client becomes a problem |

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
// The macros' output cites `::status_core`, here as anywhere.
extern crate self as status_core;
#[cfg(feature = "std")]
extern crate std;

/// What the macros' output names. Not part of the public interface: it changes with the macros.
#[doc(hidden)]
pub mod __private {
    pub use crate::macro_support::*;
}
mod class;
mod client_error;
#[cfg(feature = "problem")]
mod event;
#[cfg(any(doc, doctest))]
pub mod guide;
mod http;
mod informational;
mod invalid;
#[doc(hidden)]
mod macro_support;
mod of;
#[cfg(feature = "problem")]
pub mod problem;
mod redirection;
mod registry;
#[cfg(feature = "representations")]
pub mod represent;
#[cfg(feature = "reqwest")]
#[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
pub mod reqwest;
mod server_error;
mod status;
mod success;
mod table;

#[cfg(feature = "tower")]
#[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
pub use crate::http::tower;
pub use class::Class;
pub use client_error::ClientError;
pub use informational::Informational;
pub use invalid::InvalidStatus;
pub use redirection::Redirection;
pub use server_error::ServerError;
pub use status::{HttpStatus, Registration, Status};
pub use success::Success;
pub use table::{StatusTable, Statuses, Table};

/// Gives an error type its statuses, from the `#[status(…)]` on each variant.
///
/// The guide has [every key](guide::attributes) of the attribute and [every rule](guide::rules).
///
#[doc(inline)]
pub use status_macros::HttpStatus;
/// Defines a set of codes: an enum whose variants are the statuses.
///
/// The guide has [what the enum can do](guide::tables), [every key](guide::attributes) of `#[status(…)]` and
/// [every rule](guide::rules).
///
#[doc(inline)]
pub use status_macros::status_table;
