//! The first sentence of a doc comment, as plain text.

/// The first sentence of the first paragraph, without Markdown. `None` if there is none.
pub fn first<'a>(lines: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut paragraph = String::new();
    for line in lines {
        if line.trim().is_empty() {
            if !paragraph.is_empty() {
                break;
            }
            continue;
        }
        if !paragraph.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(line.trim());
    }
    let sentence = plain(sentence(&paragraph));
    (!sentence.is_empty()).then_some(sentence)
}

/// Up to the first `.`, `?` or `!` that ends a sentence. A mark before a lowercase letter or a digit is
/// taken to end an abbreviation ("e.g. this").
fn sentence(paragraph: &str) -> &str {
    for (at, mark) in paragraph.char_indices().filter(|(_, c)| matches!(c, '.' | '?' | '!')) {
        let rest = &paragraph[at + mark.len_utf8()..];
        let next = rest.trim_start().chars().next();
        let opens = next.is_none_or(|next| !next.is_lowercase() && !next.is_numeric());
        if opens && (rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            return &paragraph[..at + mark.len_utf8()];
        }
    }
    paragraph
}

/// Without backticks and links: a title is shown unrendered.
fn plain(sentence: &str) -> String {
    let mut text = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(at) = rest.find(['`', '[']) {
        let (before, marked) = rest.split_at(at);
        text.push_str(before);
        if let Some((label, after)) = link(marked) {
            text.push_str(&plain(label));
            rest = after;
        } else {
            text.extend(marked.starts_with('[').then_some('['));
            rest = &marked[1..];
        }
    }
    text.push_str(rest);
    text
}

/// The label of the link that `marked` begins with, and what follows the whole link.
fn link(marked: &str) -> Option<(&str, &str)> {
    let (label, after) = marked.strip_prefix('[')?.split_once(']')?;
    let after_destination = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
        let (_, after) = after.strip_prefix(open)?.split_once(close)?;
        Some(after)
    });
    Some((label, after_destination.unwrap_or(after)))
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
        ] {
            assert_eq!(first(comment.split('\n')).as_deref(), Some(expected), "{comment:?}");
        }
        assert_eq!(first([" ", ""]), None);
    }
}
