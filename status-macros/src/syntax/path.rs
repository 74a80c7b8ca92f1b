//! Paths without arguments: to a status, a macro or a crate.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::Token;
use syn::ext::IdentExt;
use syn::parse::ParseStream;

#[derive(Clone)]
pub struct Path {
    tokens: TokenStream,
    is_absolute: bool,
    before: Vec<Ident>,
    pub last: Ident,
}

impl Path {
    pub fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut tokens = TokenStream::new();
        let is_absolute = input.peek(Token![::]);
        if is_absolute {
            input.parse::<Token![::]>()?.to_tokens(&mut tokens);
        }
        let mut before = Vec::new();
        loop {
            let is_scope = input.peek(Token![crate])
                || input.peek(Token![self])
                || input.peek(Token![Self])
                || input.peek(Token![super]);
            let name = if is_scope { input.call(Ident::parse_any)? } else { input.parse()? };
            name.to_tokens(&mut tokens);
            if !input.peek(Token![::]) {
                return Ok(Self { tokens, is_absolute, before, last: name });
            }
            input.parse::<Token![::]>()?.to_tokens(&mut tokens);
            before.push(name);
        }
    }

    /// Whether one of its names is this.
    pub fn has(&self, name: &str) -> bool {
        self.last == name || self.before.iter().any(|before| before == name)
    }

    /// The name that is the whole path.
    pub fn as_ident(&self) -> Option<&Ident> {
        (self.before.is_empty() && !self.is_absolute).then_some(&self.last)
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}
