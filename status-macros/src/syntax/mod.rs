//! What the macros read of Rust's own syntax.
//!
//! A type, a bound or a predicate is kept as its tokens: they are handed on, and hardly anybody asks what is in
//! them. That is why this is not syn's `derive` feature, which parses all of it: it is the larger half of syn, and
//! every user would compile it. What a derive is given has been parsed by rustc before.

use proc_macro2::{Delimiter, Ident, TokenStream};
use syn::buffer::TokenBuffer;
use syn::parse::ParseStream;

mod attribute;
mod field;
mod generics;
mod path;
mod reader;
#[cfg(test)]
pub mod syn_agrees;
mod text;
mod ty;

pub use attribute::{Attribute, Meta};
pub use field::{Fields, Member};
pub use generics::{Generics, Param};
pub use path::Path;
pub use text::Text;
pub use ty::Type;

use reader::Reader;

/// The type that a derive is for.
pub struct Item {
    pub attrs: Vec<Attribute>,
    pub ident: Ident,
    pub generics: Generics,
    pub data: Data,
}

pub enum Data {
    Enum(Vec<Variant>),
    Struct(Fields),
    /// The word `union`.
    Union(Ident),
}

pub struct Variant {
    pub attrs: Vec<Attribute>,
    pub ident: Ident,
    pub fields: Fields,
}

impl Item {
    pub fn parse(tokens: TokenStream) -> syn::Result<Self> {
        let buffer = TokenBuffer::new2(tokens);
        let reader = &mut Reader::new(&buffer);
        let attrs = reader.attributes()?;
        reader.visibility();
        let Some(kind) = reader.ident() else { return Err(reader.expected("a type")) };
        let name = kind.to_string();
        if !matches!(name.as_str(), "enum" | "struct" | "union") {
            return Err(syn::Error::new(kind.span(), "expected a type"));
        }
        let Some(ident) = reader.ident() else { return Err(reader.expected("its name")) };
        let mut generics = reader.generics()?;
        generics.predicates(reader);
        let data = match name.as_str() {
            "enum" => Data::Enum(variants(reader)?),
            "struct" => Data::Struct(reader.fields()?),
            _ => Data::Union(kind),
        };
        // Those of a struct whose fields have no names stand behind them.
        generics.predicates(reader);
        Ok(Self { attrs, ident, generics, data })
    }
}

fn variants(reader: &mut Reader) -> syn::Result<Vec<Variant>> {
    let mut variants = Vec::new();
    let Some(mut reader) = reader.group(Delimiter::Brace) else {
        return Err(reader.expected("its variants"));
    };
    while !reader.is_empty() {
        let attrs = reader.attributes()?;
        reader.visibility();
        let Some(ident) = reader.ident() else { return Err(reader.expected("a variant")) };
        let fields = reader.fields()?;
        if reader.punct('=').is_some() {
            reader.skip_expression();
        }
        variants.push(Variant { attrs, ident, fields });
        reader.comma()?;
    }
    Ok(variants)
}

/// For `status_table!`, whose rows have attributes, and its enum a visibility.
pub fn attributes(input: ParseStream) -> syn::Result<Vec<Attribute>> {
    Reader::read(input, |reader| {
        let attributes = reader.attributes()?;
        for attribute in &attributes {
            attribute.check()?;
        }
        Ok(attributes)
    })
}

pub fn visibility(input: ParseStream) -> syn::Result<TokenStream> {
    Reader::read(input, |reader| Ok(reader.visibility()))
}
