//! The first sentence of a doc comment, as plain text.

use crate::markdown::{self, Plain};

/// Words that end with a period in the middle of a sentence, without that period.
const ABBREVIATIONS: [&str; 24] = [
    "approx", "ca", "cf", "Dr", "e.g", "Eq", "esp", "Fig", "i.e", "incl", "Jr", "max", "min", "Mr",
    "Mrs", "Ms", "No", "Nr", "p", "pp", "Prof", "resp", "St", "vs",
];

/// The first sentence of the first paragraph, without Markdown. `None` if there is none.
pub fn first<'a>(lines: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let paragraph = markdown::first_paragraph(lines);
    let sentence = sentence(&paragraph).trim();
    (!sentence.is_empty()).then(|| sentence.to_owned())
}

/// Up to the first `.`, `?` or `!` before a space, but not in code, after an abbreviation, or
/// before a lowercase letter or a digit ("e.g. this", "No. 5"). Chinese and Japanese marks need no
/// space.
fn sentence(paragraph: &Plain) -> &str {
    let Plain { text, code } = paragraph;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        if code.iter().any(|code| code.contains(&at)) {
            continue;
        }
        match mark {
            '\u{3002}' | '\u{ff01}' | '\u{ff1f}' => return &text[..end],
            '.' | '?' | '!' => {}
            _ => continue,
        }
        let rest = &text[end..];
        let next = rest.trim_start().chars().next();
        let opens = next.is_none_or(|next| !next.is_lowercase() && !next.is_numeric());
        let is_end = rest.is_empty() || rest.starts_with(char::is_whitespace);
        if opens && is_end && !(mark == '.' && next.is_some() && is_abbreviation(&text[..at])) {
            return &text[..end];
        }
    }
    text
}

/// Whether the last word before a period is an abbreviation, or an initial.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let is_initial = word.len() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    is_initial || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn finds_the_first_sentence() {
        for (comment, expected) in [
            ("No order has this number. It may have had.", "No order has this number."),
            (
                "Too many, e.g. more than 1.5 a second. Wait.",
                "Too many, e.g. more than 1.5 a second.",
            ),
            ("No period\n\nat all.", "No period"),
            ("Over\ntwo lines. Then.", "Over two lines."),
            ("No [`Order`] or [line](crate::Line) `x`.", "No Order or line x."),
            ("An [open bracket.", "An [open bracket."),
            ("\n\nWas? Nein.", "Was?"),
            ("Stop! Now.", "Stop!"),
            ("No [line][l] x.", "No line x."),
            ("Dr. Who is not in. Wait.", "Dr. Who is not in."),
            ("Order No. 5 is gone. Wait.", "Order No. 5 is gone."),
            ("See J. Smith. Wait.", "See J. Smith."),
            ("Use e.g. TLS 1.3. Wait.", "Use e.g. TLS 1.3."),
            ("So did I. Wait.", "So did I."),
            ("Needs version 2.0. Wait.", "Needs version 2.0."),
            ("Call `a. B` first. Wait.", "Call a. B first."),
            ("**Not** found. *Really*.", "Not found."),
            ("\u{8ba2}\u{5355}\u{3002}\u{4e8c}", "\u{8ba2}\u{5355}\u{3002}"),
            ("The answer is no.", "The answer is no."),
            ("It ended. then it went on. Wait.", "It ended. then it went on."),
            ("Call Shop.Open here. Wait.", "Call Shop.Open here."),
            ("Is it plan B? Wait.", "Is it plan B?"),
            ("It is in the EU. Wait.", "It is in the EU."),
            ("# Gone\n\nIt was here.", "Gone"),
            ("```\ncode\n```\nIt is gone.", "It is gone."),
        ] {
            assert_eq!(first(comment.split('\n')).as_deref(), Some(expected), "{comment:?}");
        }
        assert_eq!(first([" ", ""]), None);
    }
}
