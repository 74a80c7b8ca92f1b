//! Describe how your HTTP API fails in one annotated enum. The compiler checks it, and the
//! responses are generated from it.
//!
#![cfg_attr(any(not(doctest), feature = "axum"), doc = include_str!("docs/front_page.md"))]
//!
//! # Codes
//!
//! [`ServerError`], [`ClientError`], [`Redirection`], [`Success`] and [`Informational`] contain
//! every code that IANA has registered. [`status_table!`] defines your own set.
//! [The guide](guide::tables) describes everything that a table provides.
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
//! Without features, the crate is `no_std` and depends only on its macros.
//!
//! | feature | adds |
//! | --- | --- |
//! | `std` (default) | `alloc` |
//! | `alloc` | [`HttpStatus`] and [`StatusTable`] for `Box<T>`, `Rc<T>`, `Arc<T>` and `Cow<T>` |
//! | `problem` | `status_core::problem`: problem details (RFC 9457), `header(…)` and `members(…)`; conversions to and from `http::StatusCode`, and `Serialize`, for the canonical tables |
//! | `representations` | `status_core::represent`: problems as HTML or plain text |
//! | `rejections` | `status_core::rejection`: what frameworks refuse, with the same codes in each; every framework's feature below except `axum`, `http` and `tonic` has it |
//! | `garde`, `validator` | the errors of these crates as `status_core::problem::FieldErrors` |
//! | `axum` | `#[status(axum)]` |
//! | `axum_extract` | `status_core::axum`: axum's extractors with problems as rejections |
//! | `axum_multipart`, `axum_ws` | the same, with the statuses of the rejections of `Multipart` and `WebSocketUpgrade` |
//! | `actix_web` | `#[status(actix_web)]`, the layer, and `status_core::actix_web` for rejections; needs Rust 1.89 |
//! | `poem` | `#[status(poem)]`, the layer, and `status_core::poem` for rejections |
//! | `rocket` | `#[status(rocket)]`, the layer, and `status_core::rocket` for guards and rejections; needs Rust 1.89 |
//! | `salvo` | `#[status(salvo)]`, the layer, and `status_core::salvo` for rejections; needs Rust 1.95 |
//! | `tonic` | `#[status(tonic)]` |
//! | `warp` | `#[status(warp)]`, and `status_core::warp` for rejections |
//! | `utoipa`, `aide`, `salvo_oapi`, `poem_openapi` | [OpenAPI](guide::openapi) documents; `utoipa` needs Rust 1.88, `salvo_oapi` needs 1.95 |
//! | `http` | `#[status(http)]`, for hyper and everything else built on `http` |
//! | `tower` | `status_core::tower`: `ProblemLayer`, which sends each problem in the format the request accepts |
//! | `catalog` | `status_core::describe::Catalog` and `status_core::contract`: all errors of a service as JSON, Markdown and HTML, a test that compares them with a file, and the pages behind `type` |
//! | `tracing` | one event per error response |
//! | `stream` | `status_core::stream`: logs the error of a streamed response, and ends it |
//! | `reqwest`, `reqwest_blocking` | `status_core::reqwest`: turns a failing `reqwest` response into a problem, or into the server's error |
//! | `url` | `Problem::resolve`: resolves relative references against the URL of the response, for clients without reqwest |
//!
//! All except `actix_web`, `axum_ws`, `poem`, `rocket`, `salvo`, `warp`, `poem_openapi`, `salvo_oapi` and
//! `reqwest_blocking` also compile for `wasm32-unknown-unknown`.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
// The macros' output names `::status_core`, even when they are used in this crate.
extern crate self as status_core;
#[cfg(feature = "std")]
extern crate std;

mod canonical;
mod class;
#[cfg(feature = "problem")]
mod client;
#[cfg(feature = "catalog")]
#[cfg_attr(docsrs, doc(cfg(feature = "catalog")))]
pub mod contract;
pub mod describe;
#[cfg(feature = "problem")]
mod event;
#[cfg(any(feature = "catalog", feature = "tonic"))]
mod grpc;
#[cfg(any(doc, doctest))]
pub mod guide;
mod http_status;
mod integrations;
mod invalid;
mod macro_support;
#[cfg(feature = "problem")]
pub mod problem;
#[cfg(feature = "rejections")]
#[cfg_attr(docsrs, doc(cfg(feature = "rejections")))]
pub mod rejection;
#[cfg(feature = "representations")]
pub mod represent;
#[cfg(feature = "_layer")]
mod request_id;
mod retry;
mod row;
mod status;
#[cfg(feature = "problem")]
mod status_code;
#[cfg(feature = "stream")]
#[cfg_attr(docsrs, doc(cfg(feature = "stream")))]
pub mod stream;
mod table;
#[cfg(any(feature = "garde", feature = "validator"))]
mod validation;

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
#[cfg(feature = "actix_web")]
#[cfg_attr(docsrs, doc(cfg(feature = "actix_web")))]
pub use integrations::actix_web;
#[cfg(feature = "axum_extract")]
#[cfg_attr(docsrs, doc(cfg(feature = "axum_extract")))]
pub use integrations::axum_extract as axum;
#[cfg(feature = "poem")]
#[cfg_attr(docsrs, doc(cfg(feature = "poem")))]
pub use integrations::poem;
#[cfg(feature = "rocket")]
#[cfg_attr(docsrs, doc(cfg(feature = "rocket")))]
pub use integrations::rocket;
#[cfg(feature = "salvo")]
#[cfg_attr(docsrs, doc(cfg(feature = "salvo")))]
pub use integrations::salvo;
#[cfg(feature = "tower")]
#[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
pub use integrations::tower;
#[cfg(feature = "warp")]
#[cfg_attr(docsrs, doc(cfg(feature = "warp")))]
pub use integrations::warp;
pub use invalid::InvalidStatus;
pub use retry::Retry;
pub use status::Status;
pub use table::{StatusTable, Statuses, Table};

/// Derives `HttpStatus` from the `#[status(…)]` attribute on each variant.
///
/// The guide lists [every key](guide::attributes) of the attribute and [every rule](guide::rules).
///
#[doc(inline)]
pub use status_macros::HttpStatus;
/// Defines a set of codes: an enum whose variants are the statuses.
///
/// The guide describes [the enum](guide::tables) and lists [every key](guide::attributes) of
/// `#[status(…)]` and [every rule](guide::rules).
///
#[doc(inline)]
pub use status_macros::status_table;

/// utoipa: what an OpenAPI document can do with the problems of its responses.
#[cfg(feature = "utoipa")]
#[cfg_attr(docsrs, doc(cfg(feature = "utoipa")))]
pub mod utoipa {
    pub use crate::integrations::utoipa::components::ProblemComponents;
}

/// What generated code refers to. Not part of the public API: it can change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::macro_support::*;
}
