//! The integrations: for each framework, its types, its layer and the macro that its key calls.

// Must precede the modules that use it.
/// Integrates this crate's types that are final responses. `Informational` is not one: handlers do
/// not return interim responses.
#[cfg(feature = "_integration")]
macro_rules! integrate_own_types {
    ($integration:ident) => {
        crate::$integration! { impl[] for crate::problem::StatusError where[] }
        #[cfg(feature = "rejections")]
        crate::$integration! { impl[] for crate::rejection::Rejection where[] }
        crate::$integration! { impl[] for crate::Success where[] }
        crate::$integration! { impl[] for crate::Redirection where[] }
        crate::$integration! { impl[] for crate::ClientError where[] }
        crate::$integration! { impl[] for crate::ServerError where[] }
    };
}

/// The error for a key whose feature is disabled.
#[doc(hidden)]
#[macro_export]
macro_rules! __without {
    ($feature:literal) => {
        ::core::compile_error!(::core::concat!(
            "`#[status(",
            $feature,
            ")]` requires status-core's feature `",
            $feature,
            "`; run `cargo add status-core --features ",
            $feature,
            "`",
        ));
    };
}

pub mod actix_web;
mod axum;
#[cfg(feature = "axum_extract")]
pub mod axum_extract;
mod http;
#[cfg(feature = "_negotiated")]
mod negotiated;
pub mod poem;
pub mod rocket;
pub mod salvo;
mod tonic;
#[cfg(feature = "tower")]
pub mod tower;
pub mod warp;
