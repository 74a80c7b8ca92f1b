//! The representations of a problem: JSON for programs, an HTML page for browsers, and plain text
//! for command lines.
//!
//! These are building blocks for integrations, independent of any framework: [`negotiate`] decides
//! which representation a request asks for, and [`page`] and [`text`] render a [`View`] of the
//! problem. The JSON comes from the problem itself
//! ([`Details::json`](crate::problem::Details::json)).
//!
//! ```
//! use status_core::ClientError;
//! use status_core::represent::{self, Representation, View};
//!
//! let accept: &[u8] = b"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
//! assert_eq!(represent::negotiate([accept]), Representation::Html);
//!
//! let mut view = View::new(ClientError::NotFound.status());
//! view.detail = Some("order <7> not found");
//! assert!(represent::page(&view).contains("order &lt;7&gt; not found"));
//! assert_eq!(represent::text(&view), "404 Not Found\norder <7> not found\n");
//! ```

pub(crate) mod accept;
mod advice;
#[cfg(feature = "_buffered")]
pub(crate) mod buffered;
mod html;
#[cfg(feature = "_layer")]
pub(crate) mod kept;
#[cfg(feature = "_layer")]
#[cfg_attr(docsrs, doc(auto_cfg = false))]
pub(crate) mod layer;
pub(crate) mod link;
#[cfg(feature = "_layer")]
#[cfg_attr(docsrs, doc(auto_cfg = false))]
mod pass_through;
#[cfg(feature = "_layer")]
pub(crate) mod recognize;
#[cfg(feature = "_layer")]
pub(crate) mod render;
mod representation;
mod retry;
mod shown;
pub(crate) mod style;
mod text;
pub(crate) mod visible;

pub use self::accept::negotiate;
pub use self::html::page;
pub use self::representation::Representation;
pub use self::text::text;
// Those that have `_layer`, so that an error names no private feature.
#[cfg(any(
    feature = "actix_web",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "tower",
))]
#[cfg_attr(
    docsrs,
    doc(cfg(any(
        feature = "actix_web",
        feature = "poem",
        feature = "rocket",
        feature = "salvo",
        feature = "tower"
    )))
)]
pub use self::{layer::ProblemLayer, pass_through::PassThrough};
pub use crate::problem::view::View;
