//! Recognizes the error responses that a framework creates itself: for a missing route, a wrong
//! method, a body that is too large, a timeout, a caught panic. Most are empty.

use alloc::borrow::ToOwned;

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRAILER};
use http::{HeaderMap, HeaderValue};
use mediatype::names::{PLAIN, TEXT};
use mediatype::{MediaType, Name, ReadParams};

use super::layer::ProblemLayer;
use crate::event;
use crate::problem::caching::forbid_storing;
use crate::problem::details::Details;
use crate::status::Status;

/// The content of one of a framework's own error responses: `text/plain` in UTF-8. It says no more
/// than the code, so nothing that a client could use is lost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DefaultContent {
    pub code: u16,
    pub text: Text,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Text {
    Exactly(&'static str),
    /// Followed by what must not be sent.
    #[cfg_attr(not(feature = "tower"), expect(dead_code, reason = "only warp has such a text"))]
    StartsWith(&'static str),
}

impl Text {
    const EMPTY: Self = Self::Exactly("");

    pub(crate) fn matches(self, content: &[u8]) -> bool {
        match self {
            Self::Exactly(text) => content == text.as_bytes(),
            Self::StartsWith(text) => content.starts_with(text.as_bytes()),
        }
    }

    fn is_as_long(self, length: u64) -> bool {
        match self {
            Self::Exactly(text) => length == text.len() as u64,
            Self::StartsWith(text) => length >= text.len() as u64,
        }
    }
}

/// A response without a status of this crate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unmarked<'a> {
    pub code: u16,
    pub fields: &'a HeaderMap,
    /// The length of the content in bytes, if it is known.
    pub size: Option<u64>,
    /// Whether it answers a HEAD, whose content may have been removed.
    pub head: bool,
}

const PLAIN_TEXT: &str = "text/plain; charset=utf-8";

/// A longer text is not a message to the client.
const LONGEST_TEXT: u64 = 1024;

/// Whether a response becomes a problem.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Recognized {
    /// A handler created it.
    No,
    /// The framework created it; this is the canonical status.
    Yes(&'static Status),
    /// It does if the content is one of these.
    IfContent(&'static Status, Expected),
}

/// Content of which a problem is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expected {
    /// The framework's own.
    default: Option<Text>,
    /// Any text with this length.
    length: Option<u64>,
}

/// What the content says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said<'a> {
    /// No more than the code.
    Nothing,
    Text(&'a str),
}

impl Expected {
    /// Returns `None` for other content.
    pub(crate) fn said(self, content: &[u8]) -> Option<Said<'_>> {
        if self.default.is_some_and(|text| text.matches(content)) {
            return Some(Said::Nothing);
        }
        if self.length != Some(content.len() as u64) {
            return None;
        }
        core::str::from_utf8(content).ok().map(Said::Text)
    }
}

impl Unmarked<'_> {
    /// Decides whether a framework with these default contents created the response, or whether it
    /// is a text that the layer shapes. If a handler could have created anything else, the answer is
    /// no.
    pub(crate) fn recognize(self, layer: &ProblemLayer, defaults: &[DefaultContent]) -> Recognized {
        let Some(status) = Status::from_code(self.code).filter(|status| status.class().is_error())
        else {
            return Recognized::No;
        };
        let (fields, size) = (self.fields, self.size);
        if fields.contains_key(CONTENT_ENCODING) || fields.contains_key(TRAILER) {
            return Recognized::No;
        }
        let declared = fields.get(CONTENT_LENGTH).and_then(number);
        // They differ for a HEAD response whose content, but not its `Content-Length`, was removed.
        let agree =
            |text: Text| [declared, size].into_iter().flatten().all(|it| text.is_as_long(it));
        let Some(content_type) = fields.get(CONTENT_TYPE) else {
            return match size {
                _ if !layer.adopts() || !agree(Text::EMPTY) => Recognized::No,
                Some(_) => Recognized::Yes(status),
                None => {
                    let empty = Expected { default: Some(Text::EMPTY), length: None };
                    Recognized::IfContent(status, empty)
                }
            };
        };
        let is_default = |default: &&DefaultContent| {
            default.code == self.code && content_type == PLAIN_TEXT && agree(default.text)
        };
        let is_known = layer.adopts() && declared.or(size).is_some();
        let default = defaults.iter().find(is_default).filter(|_| is_known);
        let length = size.filter(|&size| {
            layer.shapes_text()
                && size <= LONGEST_TEXT
                && declared.map_or(size > 0 || !self.head, |declared| declared == size)
                && is_text(content_type)
        });
        match (default.map(|it| it.text), length) {
            (None, None) => Recognized::No,
            (default, length) => Recognized::IfContent(status, Expected { default, length }),
        }
    }
}

/// Whether this is `text/plain` in UTF-8, of which ASCII is a part.
fn is_text(content_type: &HeaderValue) -> bool {
    let Some(Ok(parsed)) = content_type.to_str().ok().map(MediaType::parse) else { return false };
    let charset = parsed.get_param(Name::new_unchecked("charset"));
    let is = |name: &str| charset.is_none_or(|it| it.unquoted_str().eq_ignore_ascii_case(name));
    parsed.essence() == MediaType::new(TEXT, PLAIN) && (is("utf-8") || is("us-ascii"))
}

fn number(value: &HeaderValue) -> Option<u64> {
    value.to_str().ok()?.parse().ok()
}

/// Turns a response without a status of this crate into a problem, whose header fields it adds. With
/// the feature `tracing`, this also logs it. Returns what the problem says more than its code: the
/// text of a 4xx, which is for the client. That of a 5xx is only logged.
pub(crate) fn adopt(
    status: &'static Status,
    said: Said<'_>,
    fields: &mut HeaderMap,
) -> Option<Details> {
    forbid_storing(status, fields);
    let text = match said {
        Said::Text(text) => text.trim(),
        Said::Nothing => "",
    };
    if text.is_empty() || text.eq_ignore_ascii_case(status.reason()) {
        event::of_status(status);
        return None;
    }
    let mut details = Details::new(status);
    details.detail = Some(text.to_owned());
    event::of_details(&details);
    (status.code() < 500).then_some(details)
}
