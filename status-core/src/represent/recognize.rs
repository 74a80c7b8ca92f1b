//! Recognizes the error responses that a framework creates itself: for a missing route, a wrong
//! method, a body that is too large, a timeout, a caught panic. Most are empty.

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRAILER};
use http::{HeaderMap, HeaderValue};

use crate::event;
use crate::problem::caching::forbid_storing;
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
}

const PLAIN_TEXT: &str = "text/plain; charset=utf-8";

/// Whether a framework created a response itself.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Recognized {
    /// A handler created it.
    No,
    /// The framework created it; this is the canonical status.
    Yes(&'static Status),
    /// The framework created it if the content matches this text.
    IfContent(&'static Status, Text),
}

impl Unmarked<'_> {
    /// Decides whether a framework with these default contents created the response. If a handler
    /// could have created it, the answer is no.
    pub(crate) fn recognize(self, defaults: &[DefaultContent]) -> Recognized {
        let Some(status) = Status::from_code(self.code).filter(|status| status.class().is_error())
        else {
            return Recognized::No;
        };
        let (fields, size) = (self.fields, self.size);
        if fields.contains_key(CONTENT_ENCODING) || fields.contains_key(TRAILER) {
            return Recognized::No;
        }
        let declared = fields.get(CONTENT_LENGTH).and_then(number);
        let text = match fields.get(CONTENT_TYPE) {
            None => Text::EMPTY,
            Some(content_type) => {
                let length = declared.or(size);
                let default = defaults.iter().find(|default| {
                    default.code == self.code
                        && content_type == PLAIN_TEXT
                        && length.is_some_and(|length| default.text.is_as_long(length))
                });
                match default {
                    Some(default) => default.text,
                    None => return Recognized::No,
                }
            }
        };
        // They differ for a HEAD response whose content, but not its `Content-Length`, was removed.
        let agrees = |length: u64| text.is_as_long(length);
        if !declared.is_none_or(agrees) || !size.is_none_or(agrees) {
            return Recognized::No;
        }
        if text.matches(b"") && size.is_some() {
            Recognized::Yes(status)
        } else {
            Recognized::IfContent(status, text)
        }
    }
}

fn number(value: &HeaderValue) -> Option<u64> {
    value.to_str().ok()?.parse().ok()
}

/// Gives a framework's own response the header fields of a problem. With the feature `tracing`,
/// this also logs it.
pub(crate) fn adopt(status: &'static Status, fields: &mut HeaderMap) {
    event::of_status(status);
    forbid_storing(status, fields);
}
