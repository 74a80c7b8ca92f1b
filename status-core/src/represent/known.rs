//! A response whose content is at hand, on its way out.

use bytes::Bytes;
use http::HeaderMap;

use super::bare::{Bare, Phrase, Unknown, fill};
use super::render::{Choices, Content, Outgoing, is_untouched};
use crate::Status;
use crate::problem::Details;

/// A response in no framework's types.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    pub code: u16,
    /// They are changed in place.
    pub fields: &'a mut HeaderMap,
    /// What stands in its extensions.
    pub status: Option<&'static Status>,
    pub details: Option<&'a Details>,
    /// `None` where it is not at hand: a stream.
    pub content: Option<&'a [u8]>,
}

/// What becomes of a response.
#[derive(Debug)]
pub(crate) struct Rendered {
    /// The content, or `None` where it stays as it is.
    pub content: Option<Bytes>,
    /// The status of what was a framework's own response, for its extensions.
    #[cfg_attr(
        not(any(feature = "actix_web", feature = "poem", feature = "salvo")),
        expect(dead_code, reason = "rocket's own responses come by way of a catcher")
    )]
    pub filled: Option<&'static Status>,
}

impl Known<'_> {
    /// What `ProblemLayer` does, in a framework that writes these phrases in place of an empty
    /// content. `None` where the response is nothing of ours. A HEAD is rendered like a GET: the
    /// server keeps the content back.
    pub(crate) fn render<'a>(
        self,
        accept: impl IntoIterator<Item = &'a [u8]>,
        choices: &Choices,
        phrases: &[Phrase],
    ) -> Option<Rendered> {
        let size = self.content.map(|content| content.len() as u64);
        let Self { code, fields, details, .. } = self;
        let (status, content, filled) = match self.status {
            Some(status) if is_untouched(status, code, fields) => {
                (status, Content::Json(size), None)
            }
            None if choices.fill() => {
                let status = match (Unknown { code, fields, size }).bare(phrases) {
                    Bare::Yes(status) => status,
                    Bare::If(status, text) if self.content == Some(text.as_bytes()) => status,
                    Bare::If(..) | Bare::No => return None,
                };
                fill(status, fields);
                (status, Content::Other, Some(status))
            }
            _ => return None,
        };
        let outgoing = Outgoing { status, details, fields, content, head: false };
        Some(Rendered { content: outgoing.render(accept, choices), filled })
    }
}
