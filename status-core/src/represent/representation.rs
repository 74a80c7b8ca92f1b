//! `Representation`: the formats of a problem.

use crate::problem::details::MEDIA_TYPE;

/// A format in which a problem can be sent.
///
/// ```
/// use status_core::represent::Representation;
///
/// assert_eq!(Representation::Json.media_type(), "application/problem+json");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Representation {
    /// `application/problem+json` (RFC 9457 §3), for programs, and the default.
    #[default]
    Json,
    /// `text/html`, for browsers.
    Html,
    /// `text/plain`, for command lines.
    Text,
}

impl Representation {
    /// Returns the value of `Content-Type`.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => MEDIA_TYPE,
            Self::Html => "text/html; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}
