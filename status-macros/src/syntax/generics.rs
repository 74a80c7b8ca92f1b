//! The parameters of a generic type.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Lifetime;

use super::Type;
use super::reader::Reader;

#[derive(Default)]
pub struct Generics {
    pub params: Vec<Param>,
    /// What stands behind `where`, with a comma at its end.
    pub predicates: TokenStream,
}

/// As it is declared, without its default.
pub enum Param {
    Lifetime(Lifetime, TokenStream),
    Type(Ident, TokenStream),
    Const(Ident, Type),
}

impl Generics {
    /// Whether one of them is a type.
    pub fn has_types(&self) -> bool {
        self.params.iter().any(|param| matches!(param, Param::Type(..)))
    }

    pub fn lifetimes(&self) -> impl Iterator<Item = &Lifetime> {
        self.params.iter().filter_map(|param| match param {
            Param::Lifetime(lifetime, _) => Some(lifetime),
            Param::Type(..) | Param::Const(..) => None,
        })
    }

    /// The parameters as an `impl` declares them, and as the type behind it takes them.
    pub fn for_impl(&self) -> (TokenStream, TokenStream) {
        if self.params.is_empty() {
            return (TokenStream::new(), TokenStream::new());
        }
        let params = &self.params;
        let names = self.params.iter().map(Param::name);
        (quote!(<#(#params),*>), quote!(<#(#names),*>))
    }

    /// Reads a `where` clause, where there is one. It ends at the fields, which are the last
    /// of a type that has them behind it.
    pub fn predicates(&mut self, reader: &mut Reader) {
        if reader.word("where").is_none() {
            return;
        }
        let clause = reader.before(&|token, is_last| match token {
            TokenTree::Group(group) => is_last && group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        });
        let has_comma = match clause.clone().into_iter().last() {
            Some(TokenTree::Punct(punct)) => punct.as_char() == ',',
            Some(_) => false,
            None => true,
        };
        let comma = (!has_comma).then(|| quote!(,));
        self.predicates = quote!(#clause #comma);
    }
}

impl Param {
    fn name(&self) -> &dyn ToTokens {
        match self {
            Self::Lifetime(lifetime, _) => lifetime,
            Self::Type(ident, _) | Self::Const(ident, _) => ident,
        }
    }
}

impl ToTokens for Param {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = self.name();
        match self {
            Self::Const(_, ty) => quote!(const #name: #ty),
            Self::Lifetime(_, bounds) | Self::Type(_, bounds) if bounds.is_empty() => quote!(#name),
            Self::Lifetime(_, bounds) | Self::Type(_, bounds) => quote!(#name: #bounds),
        }
        .to_tokens(tokens);
    }
}

impl Reader<'_> {
    pub fn generics(&mut self) -> syn::Result<Generics> {
        let mut params = Vec::new();
        if self.punct('<').is_none() {
            return Ok(Generics::default());
        }
        while self.punct('>').is_none() {
            params.push(self.param()?);
            if !self.is_punct('>') {
                self.comma()?;
            }
        }
        Ok(Generics { params, predicates: TokenStream::new() })
    }

    fn param(&mut self) -> syn::Result<Param> {
        self.attributes()?;
        let param = if let Some(lifetime) = self.lifetime() {
            Param::Lifetime(lifetime, self.bounds())
        } else if self.word("const").is_some() {
            match (self.ident(), self.punct(':')) {
                (Some(ident), Some(_)) => Param::Const(ident, self.ty(&[',', '=', '>'])?),
                _ => return Err(self.expected("a constant and its type")),
            }
        } else if let Some(ident) = self.ident() {
            Param::Type(ident, self.bounds())
        } else {
            return Err(self.expected("a parameter"));
        };
        // Its default is not repeated in an `impl`.
        self.until(&[',', '>']);
        Ok(param)
    }

    fn bounds(&mut self) -> TokenStream {
        match self.punct(':') {
            Some(_) => self.until(&[',', '=', '>']),
            None => TokenStream::new(),
        }
    }
}
