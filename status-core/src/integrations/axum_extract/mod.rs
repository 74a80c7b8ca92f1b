//! axum's extractors, whose rejections are problems.
//!
//! They accept and return what axum's do; import them in place of axum's. An extractor that is taken
//! as a `Result` gives the [`Rejection`](crate::rejection::Rejection), which converts with `?` into a
//! [`Problem`](crate::problem::Problem) and into every type with `From<Rejection>`.
//!
//! ```
//! use axum::Router;
//! use axum::routing::post;
//! use status_core::axum::{Json, Path};
//!
//! async fn order(Path(shop): Path<u32>, Json(items): Json<Vec<String>>) -> String {
//!     format!("{} items ordered in shop {shop}", items.len())
//! }
//!
//! let router: Router = Router::new().route("/shops/{shop}/orders", post(order));
//! # drop(router);
//! ```
//!
//! axum's own rejections have a status too, for `?` into a `Problem`, for a variant with
//! `#[status(transparent)]`, and for `WithRejection` of axum-extra. They have the same members; only
//! their detail does not say where the fault is. Those of `Multipart` and `WebSocketUpgrade` need the
//! features `axum_multipart` and `axum_ws`.

mod convert;
#[cfg(feature = "aide")]
mod document;
mod form;
mod json;
mod path;
mod query;
mod status;

pub use self::form::Form;
pub use self::json::Json;
pub use self::path::Path;
pub use self::query::Query;

macro_rules! transparent {
    ($extractor:ident) => {
        impl<T> core::ops::Deref for $extractor<T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.0
            }
        }

        impl<T> core::ops::DerefMut for $extractor<T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.0
            }
        }

        impl<T> From<T> for $extractor<T> {
            fn from(value: T) -> Self {
                Self(value)
            }
        }
    };
}
use transparent;
