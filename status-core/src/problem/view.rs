//! `View`: the public parts of a problem.

use std::sync::LazyLock;

use http::HeaderMap;
use serde::de::DeserializeOwned;

use super::members::{AllMembers, MemberList};
use super::retry_after::RetryAfter;
use crate::status::Status;

/// The public parts of a problem, from which you make a [`Body`](super::Body) or a page of your
/// own. Nothing here is log-only.
///
/// The strings are not escaped. Escape all of them in HTML or XML: the detail may contain user
/// input.
///
/// ```
/// use status_core::problem::View;
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
    /// The header fields of the response, except those that depend on its content.
    pub header_fields: &'a HeaderMap,
    /// The language of the title and the detail, if it is known
    /// ([`Details::set_language`](super::Details::set_language)).
    pub language: Option<&'a str>,
    pub(crate) members: AllMembers<'a>,
}

static NO_FIELDS: LazyLock<HeaderMap> = LazyLock::new(HeaderMap::new);

impl<'a> View<'a> {
    /// Creates a view of a status, without occurrence-specific data.
    #[must_use]
    pub fn new(status: &'static Status) -> Self {
        Self {
            status,
            type_uri: status.type_uri(),
            title: status.title(),
            detail: None,
            instance: None,
            retry_after: None,
            header_fields: &NO_FIELDS,
            language: None,
            members: AllMembers {
                constants: status.row.constants(),
                own: MemberList::EMPTY,
                are_text: false,
                beside: None,
            },
        }
    }

    /// Returns the extension members in order: each name with its JSON (RFC 9457 §3.2).
    #[must_use]
    pub fn members(&self) -> impl ExactSizeIterator<Item = (&'a str, &'a str)> {
        self.members.iter()
    }

    /// Returns the member with this name, deserialized, or `None` if it is missing or not a `T`.
    #[must_use]
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        self.members.get(name)
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::View;
    use crate::canonical::client_error::ClientError;
    use crate::problem::details::Details;

    #[test]
    fn views_are_equal_if_their_members_are() {
        let fields = HeaderMap::new();
        let with = |name: &'static str, value: u8| {
            let mut details = Details::new(ClientError::Conflict.status());
            details.insert(name, &value);
            details
        };
        let three = with("left", 3);
        let view = three.view(&fields);
        assert_eq!(view, with("left", 3).view(&fields));
        for other in [with("left", 4), with("right", 3)] {
            assert_ne!(view, other.view(&fields));
        }
        assert_ne!(view, View::new(ClientError::Conflict.status()));
    }
}
