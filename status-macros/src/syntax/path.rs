//! Paths without arguments: to a status, a macro or a crate.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::Token;
use syn::ext::IdentExt;
use syn::parse::ParseStream;

#[derive(Clone)]
pub struct Path {
    tokens: TokenStream,
    /// One at least.
    names: Vec<Ident>,
    is_absolute: bool,
}

impl Path {
    pub fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut path = Self {
            tokens: TokenStream::new(),
            names: Vec::new(),
            is_absolute: input.peek(Token![::]),
        };
        if path.is_absolute {
            input.parse::<Token![::]>()?.to_tokens(&mut path.tokens);
        }
        loop {
            let is_scope = input.peek(Token![crate])
                || input.peek(Token![self])
                || input.peek(Token![Self])
                || input.peek(Token![super]);
            let name = if is_scope { input.call(Ident::parse_any)? } else { input.parse()? };
            name.to_tokens(&mut path.tokens);
            path.names.push(name);
            if !input.peek(Token![::]) {
                return Ok(path);
            }
            input.parse::<Token![::]>()?.to_tokens(&mut path.tokens);
        }
    }

    pub fn names(&self) -> &[Ident] {
        &self.names
    }

    /// The name that is the whole path.
    pub fn as_ident(&self) -> Option<&Ident> {
        match self.names.as_slice() {
            [name] if !self.is_absolute => Some(name),
            _ => None,
        }
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}
