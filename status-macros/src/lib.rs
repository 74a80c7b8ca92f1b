//! Procedural macros for [`status-core`]. Depend on that crate, which re-exports them.
//!
//! [`status-core`]: https://docs.rs/status-core

use proc_macro::TokenStream;

#[cfg(test)]
mod accepted;
mod case;
mod completion;
mod conditional;
mod defaults;
mod display;
mod error;
mod expand;
mod fallback;
mod grpc;
mod markdown;
mod members;
mod messages;
mod model;
mod nearest;
mod parse;
mod pipeline;
mod plain_traits;
mod received;
mod registry;
#[cfg(test)]
mod robustness;
mod rules;
mod sentence;
#[cfg(test)]
mod snapshots;
mod types;
#[cfg(test)]
mod ui;

/// Implements `HttpStatus`, and `StatusTable` if all statuses of the type are known.
///
/// `#[status(…)]` gives each variant of an enum, or the struct itself, its status: a code, or where to
/// find one. The doc comment is the documentation of the status.
///
/// ```
/// use status_core::HttpStatus;
///
/// #[derive(HttpStatus)]
/// enum OrderError {
///     /// No order has this number.
///     #[status(404)]
///     OrderNotFound,
///     /// The warehouse does not answer.
///     #[status(BAD_GATEWAY)]
///     Warehouse,
/// }
///
/// assert_eq!(OrderError::OrderNotFound.reason(), "Not Found");
/// assert_eq!(OrderError::Warehouse.documentation(), "The warehouse does not answer.");
/// ```
#[proc_macro_derive(HttpStatus, attributes(status))]
pub fn derive_http_status(input: TokenStream) -> TokenStream {
    pipeline::derive(input.into()).into()
}

/// Defines an enum whose variants are status codes.
///
/// A row has a code, a name and, if the registry has no phrase for the code, a reason. Its doc comment
/// is the documentation of the status.
///
/// ```
/// status_core::status_table! {
///     /// What our edge answers when an origin fails.
///     #[status(allow(unregistered_code))]
///     pub enum EdgeError: 520..=530 {
///         /// The origin refused the connection.
///         521 WebServerDown "Web Server Is Down",
///     }
/// }
///
/// assert_eq!(EdgeError::from_code(521), Some(EdgeError::WebServerDown));
/// assert_eq!("521 Web Server Is Down".parse(), Ok(EdgeError::WebServerDown));
/// ```
#[proc_macro]
pub fn status_table(input: TokenStream) -> TokenStream {
    pipeline::table(input.into()).into()
}

/// Expands to what an editor offers in `#[status(…)]`, for status-core.
#[doc(hidden)]
#[proc_macro]
pub fn keys(_: TokenStream) -> TokenStream {
    completion::keys().into()
}

/// Expands to the registry, for status-core.
#[doc(hidden)]
#[proc_macro]
pub fn registry(_: TokenStream) -> TokenStream {
    expand::registry().into()
}
