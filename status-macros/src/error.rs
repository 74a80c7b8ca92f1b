//! Collects every error of one macro call, so that one compile reports them all.

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

use crate::model::Location;

/// The errors found so far, each with the part of the input that it belongs to.
#[derive(Default)]
pub struct Errors {
    all: Vec<(Location, syn::Error)>,
}

impl Errors {
    /// Reports a mistake. See [`mistake`] for what the texts are.
    pub fn report(
        &mut self,
        location: Location,
        at: &dyn ToTokens,
        what: &str,
        why: &str,
        write: &str,
    ) {
        self.push(location, mistake(at, what, why, write));
    }

    pub fn push(&mut self, location: Location, error: syn::Error) {
        self.all.push((location, error));
    }

    pub fn iter(&self) -> impl Iterator<Item = &(Location, syn::Error)> {
        self.all.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// One `compile_error!` for each, in the order of the source.
    pub fn into_tokens(mut self) -> TokenStream {
        self.all.sort_by_key(|(location, _)| *location);
        self.all.iter().map(|(_, error)| error.to_compile_error()).collect()
    }
}

impl IntoIterator for Errors {
    type Item = (Location, syn::Error);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

/// An error in the form that all errors of the macros share: what is wrong, in the user's own words;
/// why, with the section of the RFC; and what to write instead. It points at the wrong tokens. An
/// empty part is left out.
pub fn mistake(at: &dyn ToTokens, what: &str, why: &str, write: &str) -> syn::Error {
    let mut message = what.to_owned();
    for line in [why, write] {
        if !line.is_empty() {
            message.push('\n');
            message.push_str(line);
        }
    }
    syn::Error::new_spanned(at, message)
}

/// "`a`, `b`, `c`"
pub fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// How many names an error lists.
const LISTED: usize = 10;

/// "`a`, `b`, `c`, and 215 more"
pub fn list_first(names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(LISTED).map(String::as_str).collect();
    match names.len() - first.len() {
        0 => list(&first),
        more => format!("{}, and {more} more", list(&first)),
    }
}

/// Formats tokens the way a person writes them, with a space between two words and after a comma.
pub fn as_written(tokens: &dyn ToTokens) -> String {
    let mut text = String::new();
    write_tokens(tokens.to_token_stream(), &mut text);
    text
}

fn write_tokens(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        let word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        if word
            && text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '_' | '"'))
        {
            text.push(' ');
        }
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write_tokens(group.stream(), text);
                text.push_str(close);
            }
            // Not the end of an operator such as `..=`.
            TokenTree::Punct(punct) if is_equals(&punct) && ends_an_operand(text) => {
                text.push_str(" = ");
            }
            token => text.push_str(&token.to_string()),
        }
    }
}

fn is_equals(punct: &Punct) -> bool {
    punct.as_char() == '=' && punct.spacing() == Spacing::Alone
}

fn ends_an_operand(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || "_\"')]}".contains(c))
}
