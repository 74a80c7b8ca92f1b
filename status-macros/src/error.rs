//! Collects every error of one use, so that one compile shows them all.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The mistakes found so far.
#[derive(Default)]
pub struct Errors {
    all: Vec<syn::Error>,
}

impl Errors {
    /// Reports a mistake at the tokens that are wrong: `what` is wrong, in the user's own words;
    /// `why`, with the section; the line to `write` instead.
    pub fn report(&mut self, at: &impl ToTokens, what: &str, why: &str, write: &str) {
        self.all.push(mistake(at, what, why, write));
    }

    pub fn push(&mut self, error: syn::Error) {
        self.all.push(error);
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// One `compile_error!` for each.
    pub fn into_tokens(self) -> TokenStream {
        self.all.iter().map(syn::Error::to_compile_error).collect()
    }
}

/// An error of the one form that all of ours have.
pub fn mistake(at: &impl ToTokens, what: &str, why: &str, write: &str) -> syn::Error {
    let lines = [what, why, write];
    let message = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    syn::Error::new_spanned(at, message)
}

/// Tokens as a person writes them: paths and ranges have no spaces in them.
pub fn as_written(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(" :: ", "::").replace(" ..= ", "..=")
}
