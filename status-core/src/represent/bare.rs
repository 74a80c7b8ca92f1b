//! Responses that a framework makes itself: no route, a wrong method, a body that is too large, a
//! timeout, a panic that was caught. They say nothing but their code.

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRAILER};
use http::{HeaderMap, HeaderValue};

use crate::problem::{Problem, hold_storing};
use crate::{Status, event};

/// What some part of a framework writes in place of an empty content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    pub code: u16,
    pub content_type: &'static str,
    pub text: &'static str,
}

/// What is known of a response that is none of ours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unknown<'a> {
    pub code: u16,
    pub fields: &'a HeaderMap,
    /// How many bytes of content there are, where that is known.
    pub size: Option<u64>,
}

/// Whether a framework made a response itself.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bare {
    No,
    /// It did, and this is the code's canonical status.
    Yes(&'static Status),
    /// It did, if the content is this text to the byte, or empty where the text is.
    If(&'static Status, &'static str),
}

impl Unknown<'_> {
    /// Whether a framework made it, one that writes these phrases. Whatever could be a user's is not.
    pub(crate) fn bare(self, phrases: &[Phrase]) -> Bare {
        let Some(status) = Status::of(self.code).filter(|status| status.class().is_error()) else {
            return Bare::No;
        };
        let (fields, size) = (self.fields, self.size);
        if fields.contains_key(CONTENT_ENCODING) || fields.contains_key(TRAILER) {
            return Bare::No;
        }
        let declared = fields.get(CONTENT_LENGTH).and_then(number);
        let text = match fields.get(CONTENT_TYPE) {
            None => "",
            Some(content_type) => {
                let length = declared.or(size);
                let phrase = phrases.iter().find(|phrase| {
                    phrase.code == self.code
                        && content_type == phrase.content_type
                        && length == Some(phrase.text.len() as u64)
                });
                match phrase {
                    Some(phrase) => phrase.text,
                    None => return Bare::No,
                }
            }
        };
        // They differ for a HEAD whose content has been taken away, and whose length was left.
        let agrees = |length: u64| length == text.len() as u64;
        if !declared.is_none_or(agrees) || !size.is_none_or(agrees) {
            return Bare::No;
        }
        if text.is_empty() && size.is_some() { Bare::Yes(status) } else { Bare::If(status, text) }
    }
}

fn number(value: &HeaderValue) -> Option<u64> {
    value.to_str().ok()?.parse().ok()
}

/// Gives a response that a framework made itself the header fields that a problem of ours has. With
/// the feature `tracing`, this is what logs it.
pub(crate) fn fill(status: &'static Status, fields: &mut HeaderMap) {
    event::of_problem(&Problem::new(status), None);
    hold_storing(status, fields);
}
