//! Doc comments to documentation.

use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::model::{DocLine, Documentation};

pub fn documentation(attrs: &[Attribute]) -> Documentation {
    let mut lines = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("doc")) {
        // `#[doc(hidden)]` and the like are settings, not documentation.
        let Meta::NameValue(meta) = &attr.meta else { continue };
        match &meta.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
                let text = text.value();
                let text: Vec<&str> = text.split('\n').collect();
                let text = without_stars(&text).unwrap_or(text);
                lines.extend(text.into_iter().map(|line| DocLine::Text(line.to_owned())));
            }
            value => lines.push(DocLine::Macro(value.to_token_stream())),
        }
    }
    unindent(&mut lines);
    Documentation { lines }
}

/// The lines of `/** … */` without their leading stars, which rustc removes too. `None` if a line
/// has no star, or if the stars are not aligned.
fn without_stars<'a>(lines: &[&'a str]) -> Option<Vec<&'a str>> {
    let (first, rest) = lines.split_first()?;
    // The last line is what precedes `*/`.
    let (last, middle) = rest.split_last()?;
    let last = Some(last).filter(|last| !last.trim().is_empty());
    let column = middle.iter().chain(last).next()?.find('*')?;
    let after_star = |line: &'a str| {
        let (before, after) = line.split_at_checked(column)?;
        before.trim().is_empty().then_some(())?;
        after.strip_prefix('*')
    };
    let stars = middle.iter().chain(last).map(|line| after_star(line));
    std::iter::once(Some(*first)).chain(stars).collect()
}

/// Removes the indentation that all lines share, as rustdoc does: `/// text` has one space before
/// its text.
fn unindent(lines: &mut [DocLine]) {
    let texts = lines.iter().filter_map(|line| match line {
        DocLine::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    });
    let shared = texts.map(|text| indentation(text)).min().unwrap_or(0);
    for line in lines {
        if let DocLine::Text(text) = line {
            let indent = shared.min(indentation(text));
            *text = text[indent..].trim_end().to_owned();
        }
    }
}

fn indentation(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use syn::{ItemStruct, parse_str};

    use super::documentation;
    use crate::model::DocLine;

    fn lines(item: &str) -> Vec<String> {
        let item: ItemStruct = parse_str(item).unwrap();
        let lines = documentation(&item.attrs).lines.into_iter().map(|line| match line {
            DocLine::Text(text) => text,
            DocLine::Macro(_) => unreachable!("no macro is written here"),
        });
        lines.collect()
    }

    #[test]
    fn the_stars_of_a_block_comment_are_removed() {
        for (item, expected) in [
            ("/// One.\n/// Two.\nstruct A;", &["One.", "Two."][..]),
            ("/** One. */ struct A;", &["One."]),
            ("/**\n * One.\n *\n *   Two.\n */\nstruct A;", &["", "One.", "", "  Two."]),
            ("/** One.\n *  Two.\n */\nstruct A;", &["One.", " Two."]),
            ("/**\n  One.\n  Two.\n*/\nstruct A;", &["", "One.", "Two.", ""]),
            // A list, and not the stars of a comment.
            ("/**\n One:\n * a\n * b\n */\nstruct A;", &["", "One:", "* a", "* b", ""]),
            ("/// * a\n/// * b\nstruct A;", &["* a", "* b"]),
        ] {
            assert_eq!(lines(item), expected, "{item}");
        }
    }
}
