//! HTTP status types that are checked while your program compiles, and the responses that follow
//! from them.
//!
//! One annotated enum says how an API fails. Its author writes each status once: the code, what it
//! means, and the header fields that go with it. The rest follows from there.
//!
//! - [`derive@HttpStatus`] is for error types: enums and structs that carry something.
//! - [`status_table!`] is for sets of codes: enums whose variants are the statuses.
//! - [`ServerError`], [`ClientError`], [`Redirection`], [`Success`] and [`Informational`] are all the
//!   codes that IANA has registered.
//!
//! # Features
//!
//! Without features the crate is `no_std` and depends on its macros alone.
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `std` (default) | `alloc` |
//! | `alloc` | [`HttpStatus`] and [`StatusTable`] for `Box<T>` and `Arc<T>` |
//! | `problem` | `problem`: a status type becomes `application/problem+json` (RFC 9457) |
//! | `http` | `#[status(http)]`: the type becomes any `http::Response` |
//! | `representations` | `represent`: a problem as JSON, as a page or as plain text, by what the request asks for |
//! | `axum` | `#[status(axum)]`: the type is an axum response; the canonical tables are, too |
//! | `actix_web` | `#[status(actix_web)]`: the type is an actix-web `ResponseError` and `Responder` |
//! | `poem` | `#[status(poem)]`: the type is a poem response, and becomes a `poem::Error` |
//! | `rocket` | `#[status(rocket)]`: the type is a rocket `Responder` |
//! | `salvo` | `#[status(salvo)]`: the type is a salvo `Writer` |
//! | `tonic` | `#[status(tonic)]`: the type becomes a `tonic::Status` |
//! | `warp` | `#[status(warp)]`: the type is a warp `Reply` and the cause of a `Rejection` |
//! | `tower` | `tower`: a layer that sends each problem in the representation that its request asks for |
//! | `tracing` | one event for each response to an error |
//! | `reqwest` | `reqwest`: a failing response of that client becomes a problem |

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
// The macros' output cites `::status_core`, here as anywhere.
extern crate self as status_core;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
pub mod __private;
mod class;
mod client_error;
#[cfg(feature = "problem")]
mod event;
#[cfg(any(doc, doctest))]
pub mod guide;
mod hold;
mod http;
mod informational;
mod invalid;
mod lookup;
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
mod table_traits;

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

#[doc(inline)]
pub use status_macros::{HttpStatus, status_table};
