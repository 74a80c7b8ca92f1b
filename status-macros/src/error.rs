//! Collects every error of one use, so that one compile shows them all.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// The mistakes found so far.
#[derive(Default)]
pub struct Errors {
    /// 0 for the type itself, `index + 1` for a variant or row.
    place: usize,
    /// Each behind those of its place and of the places before, which is the order of the source.
    all: Vec<(usize, syn::Error)>,
}

impl Errors {
    /// What is reported from now on stands on the type itself.
    pub fn at_type(&mut self) {
        self.place = 0;
    }

    /// What is reported from now on stands on the variant or row of this index.
    pub fn at_variant(&mut self, index: usize) {
        self.place = index + 1;
    }

    /// Reports a mistake at the tokens that are wrong: `what` is wrong, in the user's own words;
    /// `why`, with the section; the line to `write` instead.
    pub fn report(&mut self, at: &dyn ToTokens, what: &str, why: &str, write: &str) {
        self.push(mistake(at, what, why, write));
    }

    pub fn push(&mut self, error: syn::Error) {
        let behind = self.all.partition_point(|(place, _)| *place <= self.place);
        self.all.insert(behind, (self.place, error));
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// One `compile_error!` for each.
    pub fn into_tokens(self) -> TokenStream {
        let mut tokens = TokenStream::new();
        for (_, error) in &self.all {
            error.to_compile_error().to_tokens(&mut tokens);
        }
        tokens
    }
}

/// An error of the one form that all of ours have.
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

/// Names as a sentence lists them.
pub fn list(names: &[&str]) -> String {
    let mut list = String::new();
    for name in names {
        list.push_str(if list.is_empty() { "`" } else { ", `" });
        list.push_str(name);
        list.push('`');
    }
    list
}

/// Tokens as a person writes them: a space stands between two words and behind a comma.
pub fn as_written(tokens: &dyn ToTokens) -> String {
    let mut text = String::new();
    write_tokens(tokens.to_token_stream(), &mut text);
    text
}

fn write_tokens(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        let word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        if word && text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '_' | '"')) {
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
            token => text.push_str(&token.to_string()),
        }
    }
}
