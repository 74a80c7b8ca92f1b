//! The integrations, one file each.

// Before the files, which call them.
/// An integration, for the types of this crate that are a final response. `Informational` is none:
/// an interim response is no answer of a handler.
#[cfg(any(feature = "actix_web", feature = "http", feature = "rocket", feature = "tonic"))]
macro_rules! of_this_crate {
    ($integration:ident) => {
        crate::$integration! { impl[] for crate::problem::StatusError where[] }
        crate::$integration! { impl[] for crate::Success where[] }
        crate::$integration! { impl[] for crate::Redirection where[] }
        crate::$integration! { impl[] for crate::ClientError where[] }
        crate::$integration! { impl[] for crate::ServerError where[] }
    };
}
#[cfg(any(feature = "actix_web", feature = "http", feature = "rocket", feature = "tonic"))]
use of_this_crate;

/// What an integration's macro says while its feature is off.
#[doc(hidden)]
#[macro_export]
macro_rules! __without {
    ($feature:literal) => {
        ::core::compile_error!(::core::concat!(
            "`#[status(",
            $feature,
            ")]` needs status-core's feature `",
            $feature,
            "`; run `cargo add status-core --features ",
            $feature,
            "`",
        ));
    };
}

pub mod actix_web;
mod axum;
mod layer;
pub mod poem;
pub(crate) mod response;
mod rocket;
pub mod salvo;
mod tonic;
#[cfg(feature = "tower")]
pub mod tower;
mod warp;
