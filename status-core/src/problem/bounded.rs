//! Limits text that others wrote, in answers, errors and logs.

use alloc::string::String;
use core::fmt;

/// How much of a text is shown, in bytes.
const LONGEST: usize = 1024;

/// Stands for the rest.
const REST: char = '…';

/// Truncates a text that is too long.
pub(crate) fn bounded(mut text: String) -> String {
    if let Some(end) = end(&text) {
        text.truncate(end);
        text.push(REST);
    }
    text
}

/// Displays a text, but only its start if it is too long.
pub(crate) struct Bounded<'a>(pub &'a str);

impl fmt::Display for Bounded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match end(self.0) {
            Some(end) => write!(f, "{}{REST}", &self.0[..end]),
            None => f.write_str(self.0),
        }
    }
}

/// Where a text is cut, which is not inside a character, if it is too long.
fn end(text: &str) -> Option<usize> {
    if text.len() <= LONGEST {
        return None;
    }
    (0..=LONGEST).rev().find(|&end| text.is_char_boundary(end))
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString as _;

    use super::{Bounded, LONGEST, bounded};

    #[test]
    fn a_text_is_only_cut_if_it_is_too_long_and_never_inside_a_character() {
        let longest = "a".repeat(LONGEST);
        let before = "a".repeat(LONGEST - 1);
        for (text, expected) in [
            (longest.clone(), longest.clone()),
            (format!("{longest}b"), format!("{longest}…")),
            (format!("{before}é"), format!("{before}…")),
        ] {
            assert_eq!(Bounded(&text).to_string(), expected);
            assert_eq!(bounded(text), expected);
        }
    }
}
