//! Escapes text that others wrote, for logs and terminals.

use core::fmt::{self, Write};

/// Displays a value with control characters escaped as in Rust's string literals: a line break
/// would start a new line in the log, and a terminal would interpret the others.
pub(crate) struct Escaped<T>(pub T);

impl<T: fmt::Display> fmt::Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaping(f), "{}", self.0)
    }
}

struct Escaping<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_escaped(*c)) {
            let (plain, after) = rest.split_at(at);
            self.0.write_str(plain)?;
            write!(self.0, "{}", c.escape_default())?;
            rest = &after[c.len_utf8()..];
        }
        self.0.write_str(rest)
    }
}

/// Control characters, Unicode's line and paragraph separators, and the characters that change the
/// direction of text, which could reorder what a reader sees.
fn is_escaped(c: char) -> bool {
    matches!(
        c,
        '\u{2028}' | '\u{2029}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    ) || c.is_control()
}
