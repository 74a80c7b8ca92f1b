//! How the content of a response is read, and how much of it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::problem::details::MEDIA_TYPE;

/// The longest content that [`Problem::from_response`](crate::problem::Problem::from_response)
/// reads as a problem, in bytes: 1 MiB.
pub const MAX_CONTENT: usize = 1 << 20;

/// The number of characters of plain text that become the detail.
const EXCERPT: usize = 200;

/// The number of bytes of plain text that are read to find them.
const EXCERPT_BYTES: usize = 4 * EXCERPT;

/// How the content of a response is read.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Problem,
    /// JSON of another media type, which may still be a problem.
    Json,
    Text,
    Other,
}

impl Form {
    pub(crate) fn of(content_type: Option<&[u8]>) -> Self {
        let value = content_type.unwrap_or_default();
        let media_type = value.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii();
        if media_type.eq_ignore_ascii_case(MEDIA_TYPE.as_bytes()) {
            Self::Problem
        } else if is_json(media_type) {
            Self::Json
        } else if media_type.eq_ignore_ascii_case(b"text/plain") {
            Self::Text
        } else {
            Self::Other
        }
    }

    /// How many bytes of the content to read. Reading one extra byte shows whether there is more.
    #[cfg(feature = "reqwest")]
    pub(crate) const fn bytes_to_read(self) -> usize {
        match self {
            Self::Problem | Self::Json => MAX_CONTENT + 1,
            Self::Text => EXCERPT_BYTES + 1,
            Self::Other => 0,
        }
    }
}

/// `application/json`, or a type with the suffix `+json` (RFC 6839 §3.1).
fn is_json(media_type: &[u8]) -> bool {
    let suffix = media_type.last_chunk::<5>();
    media_type.eq_ignore_ascii_case(b"application/json")
        || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case(b"+json"))
}

pub(super) fn excerpt(content: &[u8]) -> Option<String> {
    let (head, rest) = content.split_at(content.len().min(EXCERPT_BYTES));
    let head = match core::str::from_utf8(head) {
        Ok(head) => head,
        // The cut may be inside a character.
        Err(error) if error.error_len().is_none() => {
            core::str::from_utf8(&head[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    let mut text = head.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.contains(char::is_control) {
        return None;
    }
    let end = text.char_indices().nth(EXCERPT).map(|(end, _)| end);
    if let Some(end) = end {
        text.truncate(end);
    }
    if end.is_some() || !rest.is_empty() {
        text.push('…');
    }
    Some(text)
}
