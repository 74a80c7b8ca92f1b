//! `View`: the public parts of a problem.

use crate::problem::retry_after::RetryAfter;
use crate::status::Status;

/// The public parts of a problem, as shown on a [`page`](super::page()) or as
/// [`text`](super::text()). Nothing here is log-only.
///
/// The strings are not escaped. Escape all of them in a custom page: the detail may contain user
/// input.
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
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct View<'a> {
    /// The status of the response.
    pub status: &'static Status,
    /// The problem's type (RFC 9457 §3.1.1). `None` means the same as "about:blank".
    pub type_uri: Option<&'a str>,
    /// The problem's title (RFC 9457 §3.1.3).
    pub title: &'a str,
    /// The problem's detail (RFC 9457 §3.1.4), if it has one.
    pub detail: Option<&'a str>,
    /// The problem's instance (RFC 9457 §3.1.5).
    pub instance: Option<&'a str>,
    /// When to try again (RFC 9110 §10.2.3).
    pub retry_after: Option<RetryAfter>,
}

impl<'a> View<'a> {
    /// Creates a view of a status, without occurrence-specific data.
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

    /// The title, if it differs from the reason, which is always shown.
    pub(super) fn own_title(&self) -> Option<&'a str> {
        let title = self.title.trim();
        let bare = title.trim_end_matches('.');
        let more = !bare.is_empty() && !bare.eq_ignore_ascii_case(self.status.reason());
        more.then_some(title)
    }

    /// The detail, if it differs from the title.
    pub(super) fn own_detail(&self) -> Option<&'a str> {
        let detail = self.detail?.trim();
        (!detail.is_empty() && detail != self.title.trim()).then_some(detail)
    }
}
