//! The representations of a problem, each for its reader: JSON for programs, a page for browsers, and
//! plain text for a person with a command line.
//!
//! Nothing here reads a request or writes a response. These are the parts that an integration puts
//! together: [`negotiate`] says which representation a request asks for, and [`page`] and [`text`]
//! write a [`View`] of the problem. Its JSON is the problem's own ([`Problem`](crate::problem::Problem)).
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

mod accept;
#[cfg(any(
    feature = "actix_web",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "tower",
))]
pub(crate) mod bare;
mod html;
#[cfg(any(feature = "actix_web", feature = "poem", feature = "rocket", feature = "salvo"))]
pub(crate) mod known;
#[cfg(any(
    feature = "actix_web",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "tower",
))]
mod layer;
#[cfg(any(
    feature = "actix_web",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "tower",
))]
pub(crate) mod render;
mod text;
mod visible;
mod words;

pub use accept::negotiate;
pub use html::page;
#[cfg(any(
    feature = "actix_web",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "tower",
))]
pub use layer::ProblemLayer;
pub use text::text;

use crate::Status;
use crate::problem::{MEDIA_TYPE, RetryAfter};

/// A form that a problem can be sent in.
///
/// ```
/// use status_core::represent::Representation;
///
/// assert_eq!(Representation::Json.media_type(), "application/problem+json");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Representation {
    /// `application/problem+json` (RFC 9457 §3), for programs, and for whoever asks for nothing else.
    Json,
    /// `text/html`, for browsers.
    Html,
    /// `text/plain`, for a person with a command line.
    Text,
}

impl Representation {
    /// The value of `Content-Type`.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => MEDIA_TYPE,
            Self::Html => "text/html; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}

/// What a problem says to a reader: all that [`page`] and [`text`] show, and nothing that is kept
/// back.
///
/// The texts are as the problem has them. Whoever writes a page of their own escapes each of them:
/// the detail may hold what a stranger typed.
///
/// ```
/// use status_core::represent::View;
///
/// fn page(view: &View<'_>) -> String {
///     let title = view.title.replace('&', "&amp;").replace('<', "&lt;");
///     format!("<!doctype html><title>{title}</title><h1>{title}</h1>")
/// }
///
/// let view = View::new(status_core::ServerError::BadGateway.status());
/// assert!(page(&view).ends_with("<h1>Bad Gateway</h1>"));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct View<'a> {
    /// The status that is sent.
    pub status: &'static Status,
    /// The problem's type (RFC 9457 §3.1.1). `None` means the same as "about:blank".
    pub type_uri: Option<&'a str>,
    /// The problem's title (RFC 9457 §3.1.3).
    pub title: &'a str,
    /// The problem's detail (RFC 9457 §3.1.4), where one may be sent.
    pub detail: Option<&'a str>,
    /// The problem's instance (RFC 9457 §3.1.5).
    pub instance: Option<&'a str>,
    /// When to come back (RFC 9110 §10.2.3).
    pub retry_after: Option<RetryAfter>,
}

impl<'a> View<'a> {
    /// The view of a problem that says no more than its status does.
    #[must_use]
    pub const fn new(status: &'static Status) -> Self {
        Self {
            status,
            type_uri: status.type_uri(),
            title: status.title(),
            detail: None,
            instance: None,
            retry_after: None,
        }
    }

    /// The title, where it says more than the reason, which stands beside it.
    fn own_title(&self) -> Option<&'a str> {
        let title = self.title.trim();
        let bare = title.trim_end_matches('.');
        let more = !bare.is_empty() && !bare.eq_ignore_ascii_case(self.status.reason());
        more.then_some(title)
    }

    /// The detail, where it says more than the title.
    fn own_detail(&self) -> Option<&'a str> {
        let detail = self.detail?.trim();
        (!detail.is_empty() && detail != self.title.trim()).then_some(detail)
    }
}
