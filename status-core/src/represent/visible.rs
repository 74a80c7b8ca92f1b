//! Makes strings safe to display: control characters become U+FFFD, because they could move a
//! terminal's cursor, change its colors or end a line.

use alloc::borrow::Cow;
use alloc::string::String;

/// Sanitizes text that may have several lines.
pub(crate) fn sanitize_text(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") {
        let text = text.replace("\r\n", "\n");
        return Cow::Owned(replaced(&text, breaks).into_owned());
    }
    replaced(text, breaks)
}

/// Sanitizes a single line.
pub(crate) fn sanitize_line(text: &str) -> Cow<'_, str> {
    replaced(text, |_| false)
}

fn breaks(c: char) -> bool {
    c == '\n' || c == '\t'
}

fn replaced(text: &str, kept: fn(char) -> bool) -> Cow<'_, str> {
    let refused = |c: char| c.is_control() && !kept(c);
    if !text.contains(refused) {
        return Cow::Borrowed(text);
    }
    let shown = |c| if refused(c) { char::REPLACEMENT_CHARACTER } else { c };
    Cow::Owned(text.chars().map(shown).collect::<String>())
}
