//! Attributes.

use proc_macro2::{Delimiter, Group, Punct, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::buffer::TokenBuffer;
use syn::parse::{ParseStream, Parser};

use super::reader::Reader;
use super::{Path, text};
use crate::error::mistake;

/// `#[name]`, `#[name(…)]` or `#[name = …]`.
pub struct Attribute {
    /// Empty where it is a path of several names.
    name: String,
    pub meta: Meta,
    /// What stands in the brackets.
    pub tokens: TokenStream,
    pound: Punct,
    brackets: Span,
}

/// What stands behind the name.
pub enum Meta {
    Word,
    List(TokenStream),
    /// A string, in whatever way it is written.
    Text(String),
    /// Anything else: the call of a macro, or a literal that is no string.
    Value(TokenStream),
}

impl Attribute {
    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// Holds it to what rustc takes for one, which has looked at those of a derive's type already: a path, and for a
    /// value a literal or the call of a macro.
    pub fn check(&self) -> syn::Result<()> {
        if self.is("doc") && matches!(self.meta, Meta::Text(_)) {
            return Ok(());
        }
        let path = |input: ParseStream| {
            Path::parse(input)?;
            input.parse::<TokenStream>()
        };
        path.parse2(self.tokens.clone())?;
        let Meta::Value(value) = &self.meta else { return Ok(()) };
        let buffer = TokenBuffer::new2(value.clone());
        if Reader::new(&buffer).is_value() {
            return Ok(());
        }
        Err(mistake(
            &self.tokens,
            "the value of an attribute is a literal or the call of a macro",
            "",
            "",
        ))
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.pound.clone());
        let mut group = Group::new(Delimiter::Bracket, self.tokens.clone());
        group.set_span(self.brackets);
        tokens.append(group);
    }
}

impl Reader<'_> {
    pub fn attributes(&mut self) -> syn::Result<Vec<Attribute>> {
        let mut attributes = Vec::new();
        while let Some(pound) = self.punct('#') {
            let brackets = self.span();
            let Some(mut inside) = self.group(Delimiter::Bracket) else {
                return Err(self.expected("`[`"));
            };
            let tokens = inside.rest();
            let Some(name) = inside.path() else {
                return Err(inside.expected("the name of an attribute"));
            };
            let meta = inside.meta()?;
            attributes.push(Attribute { name, meta, tokens, pound, brackets });
        }
        Ok(attributes)
    }

    /// What stands behind the name.
    fn meta(&mut self) -> syn::Result<Meta> {
        if self.is_empty() {
            return Ok(Meta::Word);
        }
        if self.punct('=').is_some() {
            return Ok(self.value());
        }
        match self.tree() {
            Some(TokenTree::Group(group))
                if group.delimiter() != Delimiter::None && self.is_empty() =>
            {
                Ok(Meta::List(group.stream()))
            }
            _ => Err(self.expected("`(…)` or `= …` behind the name of an attribute")),
        }
    }

    fn value(&mut self) -> Meta {
        let tokens = self.rest();
        let text = self.literal().as_ref().and_then(text::decode).filter(|_| self.is_empty());
        text.map_or(Meta::Value(tokens), Meta::Text)
    }

    /// Whether what follows is a literal or the call of a macro, and nothing else.
    fn is_value(&mut self) -> bool {
        let is_one = self.literal().is_some()
            || self.word("true").is_some()
            || self.word("false").is_some()
            || self.path().is_some()
                && self.punct('!').is_some()
                && matches!(self.tree(), Some(TokenTree::Group(_)));
        is_one && self.is_empty()
    }
}
