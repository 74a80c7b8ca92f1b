//! Recognizes the error responses that a framework creates itself: for a missing route, a wrong
//! method, a body that is too large, a timeout, a caught panic. Most are empty.

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRAILER};
use http::{HeaderMap, HeaderValue};

use crate::event;
use crate::problem::caching::forbid_storing;
use crate::status::Status;

/// The content of one of a framework's own error responses: `text/plain` in UTF-8.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DefaultContent {
    pub code: u16,
    pub text: &'static str,
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
    /// The framework created it if the content equals this string.
    IfContent(&'static Status, &'static str),
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
            None => "",
            Some(content_type) => {
                let length = declared.or(size);
                let default = defaults.iter().find(|default| {
                    default.code == self.code
                        && content_type == PLAIN_TEXT
                        && length == Some(default.text.len() as u64)
                });
                match default {
                    Some(default) => default.text,
                    None => return Recognized::No,
                }
            }
        };
        // They differ for a HEAD response whose content, but not its `Content-Length`, was removed.
        let agrees = |length: u64| length == text.len() as u64;
        if !declared.is_none_or(agrees) || !size.is_none_or(agrees) {
            return Recognized::No;
        }
        if text.is_empty() && size.is_some() {
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
