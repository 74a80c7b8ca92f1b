//! Doc comments to documentation.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::syntax::{Attribute, Meta};

/// The doc comment of a type, variant or row.
#[derive(Default)]
pub struct Documentation<'a> {
    lines: Vec<Line<'a>>,
}

enum Line<'a> {
    Text(String),
    /// `#[doc = include_str!("…")]`: its text is known to the compiler alone.
    Macro(&'a TokenStream),
}

/// The text, or what the compiler makes it of.
pub enum Text {
    Known(String),
    Compiled(TokenStream),
}

impl ToTokens for Text {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Known(text) => text.to_tokens(tokens),
            Self::Compiled(expr) => expr.to_tokens(tokens),
        }
    }
}

impl<'a> Documentation<'a> {
    pub fn new(attrs: &'a [Attribute]) -> Self {
        let mut lines = Vec::new();
        for attr in attrs.iter().filter(|attr| attr.is("doc")) {
            match &attr.meta {
                Meta::Text(text) => {
                    lines.extend(text.split('\n').map(|line| Line::Text(line.to_owned())));
                }
                Meta::Value(value) => lines.push(Line::Macro(value)),
                // `#[doc(hidden)]` and its kind are settings, not documentation.
                Meta::Word | Meta::List(_) => {}
            }
        }
        unindent(&mut lines);
        Self { lines }
    }

    /// Whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| match line {
            Line::Text(text) => text.trim().is_empty(),
            Line::Macro(_) => false,
        })
    }

    /// The whole text, its lines joined as rustdoc reads them, as an expression.
    pub fn to_expr(&self) -> Text {
        let mut parts = vec![String::new()];
        let mut macros = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            // There is a last part: the list begins with one and only grows.
            let Some(part) = parts.last_mut() else { continue };
            part.push_str(separator);
            match line {
                Line::Text(text) => part.push_str(text),
                Line::Macro(expr) => {
                    macros.push(expr);
                    parts.push(String::new());
                }
            }
        }
        if let ([text], []) = (parts.as_slice(), macros.as_slice()) {
            return Text::Known(text.trim().to_owned());
        }
        let (first, rest) = (&parts[0], &parts[1..]);
        Text::Compiled(quote!(::core::concat!(#first #(, #macros, #rest)*)))
    }

    /// The first sentence as plain text, or `None` where it is not known here.
    pub fn first_sentence(&self) -> Option<String> {
        let mut paragraph = String::new();
        for line in &self.lines {
            match line {
                Line::Text(text) if text.trim().is_empty() => {
                    if !paragraph.is_empty() {
                        break;
                    }
                }
                Line::Text(text) => {
                    if !paragraph.is_empty() {
                        paragraph.push(' ');
                    }
                    paragraph.push_str(text.trim());
                }
                Line::Macro(_) => return None,
            }
        }
        let sentence = plain(sentence(&paragraph));
        (!sentence.is_empty()).then_some(sentence)
    }
}

/// Takes away the indentation that all lines share, which is what rustdoc does: `/// text` has one
/// space before its text.
fn unindent(lines: &mut [Line<'_>]) {
    let texts = lines.iter().filter_map(|line| match line {
        Line::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    });
    let shared = texts.map(|text| text.len() - text.trim_start_matches(' ').len()).min();
    for line in lines {
        if let Line::Text(text) = line {
            let indent = shared.unwrap_or(0).min(text.len() - text.trim_start_matches(' ').len());
            *text = text[indent..].trim_end().to_owned();
        }
    }
}

/// Up to the first full stop, question or exclamation mark that a new sentence follows. One before a
/// small letter or a digit ends an abbreviation ("e.g. this").
fn sentence(paragraph: &str) -> &str {
    let mut end = 0;
    while let Some(mark) = next_mark(&paragraph[end..]) {
        end += mark + 1;
        let rest = &paragraph[end..];
        let next = rest.trim_start().chars().next();
        let opens = next.is_none_or(|next| !next.is_lowercase() && !next.is_numeric());
        if opens && (rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            return &paragraph[..end];
        }
    }
    paragraph
}

/// Where the first mark stands that can end a sentence. Each look for one letter is the standard library's, and as
/// quick in a build without optimisation, which is how macros are compiled.
fn next_mark(text: &str) -> Option<usize> {
    let mut first = None;
    for mark in ['.', '?', '!'] {
        let found = text.find(mark);
        if first.is_none() || found.is_some() && found < first {
            first = found;
        }
    }
    first
}

/// Without the Markdown that a doc comment's sentence may have: code marks and links. A title is
/// read by people who do not see it rendered.
fn plain(sentence: &str) -> String {
    // As few have.
    if !sentence.contains('`') && !sentence.contains('[') {
        return sentence.to_owned();
    }
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
    let behind_destination = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
        let (_, behind) = after.strip_prefix(open)?.split_once(close)?;
        Some(behind)
    });
    Some((label, behind_destination.unwrap_or(after)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse::Parser as _;

    fn attributes(text: &str) -> Vec<Attribute> {
        crate::syntax::attributes.parse_str(text).unwrap()
    }

    #[test]
    fn joins_lines_as_rustdoc_does() {
        let attrs = attributes(
            r##"#[doc = " First."] #[doc = ""] #[doc(hidden)] #[doc = r#"   indented  "#]"##,
        );
        let documentation = Documentation::new(&attrs);
        let text = documentation.to_expr().to_token_stream().to_string();
        assert_eq!(text, r#""First.\n\n  indented""#);
        assert!(!documentation.is_blank());
    }

    #[test]
    fn keeps_a_macro_for_the_compiler() {
        let attrs = attributes(r#"#[doc = " First."] #[doc = include_str!("order.md")]"#);
        let documentation = Documentation::new(&attrs);
        let text = documentation.to_expr().to_token_stream().to_string();
        assert_eq!(text, r#":: core :: concat ! ("First.\n" , include_str ! ("order.md") , "")"#);
        assert_eq!(documentation.first_sentence(), None);
        assert!(!Documentation::new(&attrs[1..]).is_blank());
    }

    #[test]
    fn finds_the_first_sentence() {
        for (comment, expected) in [
            (" No order has this number. It may have had.", "No order has this number."),
            (
                " Too many, e.g. more than 1.5 a second. Wait.",
                "Too many, e.g. more than 1.5 a second.",
            ),
            (" No full stop\n\n at all.", "No full stop"),
            (" Over\n two lines. Then.", "Over two lines."),
            (" No [`Order`] or [line](crate::Line) `x`.", "No Order or line x."),
            (" An [open bracket.", "An [open bracket."),
            ("\n\n Was? Nein.", "Was?"),
            (" Stop! Now.", "Stop!"),
            (" No [line][l] x.", "No line x."),
        ] {
            let attrs = attributes(&format!("#[doc = {comment:?}]"));
            let documentation = Documentation::new(&attrs);
            assert_eq!(documentation.first_sentence().as_deref(), Some(expected), "{comment:?}");
        }
    }
}
