//! The fields of a variant or a struct.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::reader::Reader;
use super::{Attribute, Type};

pub struct Fields {
    /// Whether there is not even an empty list of them.
    pub is_unit: bool,
    all: Vec<Field>,
}

pub struct Field {
    pub attrs: Vec<Attribute>,
    pub member: Member,
    pub ty: Type,
}

/// The name of a field, or its number where it has no name.
#[derive(Clone)]
pub enum Member {
    Named(Ident),
    Unnamed(u32, Span),
}

impl Fields {
    pub fn unit() -> Self {
        Self { is_unit: true, all: Vec::new() }
    }

    pub fn all(&self) -> &[Field] {
        &self.all
    }

    /// The type of the field that `member` names.
    pub fn get(&self, member: &Member) -> Option<&Type> {
        self.all.iter().find(|field| field.member == *member).map(|field| &field.ty)
    }
}

/// Wherever they stand.
impl PartialEq for Member {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Named(name), Self::Named(other)) => name == other,
            (Self::Unnamed(index, _), Self::Unnamed(other, _)) => index == other,
            _ => false,
        }
    }
}

impl ToTokens for Member {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Named(name) => name.to_tokens(tokens),
            Self::Unnamed(index, span) => {
                let mut number = Literal::u32_unsuffixed(*index);
                number.set_span(*span);
                tokens.append(number);
            }
        }
    }
}

impl Reader<'_> {
    pub fn fields(&mut self) -> syn::Result<Fields> {
        let (mut reader, are_named) = if let Some(inside) = self.group(Delimiter::Brace) {
            (inside, true)
        } else if let Some(inside) = self.group(Delimiter::Parenthesis) {
            (inside, false)
        } else {
            return Ok(Fields::unit());
        };
        let mut all = Vec::new();
        for index in 0.. {
            if reader.is_empty() {
                break;
            }
            let attrs = reader.attributes()?;
            reader.visibility();
            let at = reader.span();
            let member = if are_named {
                let Some(name) = reader.ident() else { return Err(reader.expected("a field")) };
                if reader.punct(':').is_none() {
                    return Err(reader.expected("`:`"));
                }
                Member::Named(name)
            } else {
                Member::Unnamed(index, at)
            };
            let ty = reader.ty(&[',', '='])?;
            if reader.punct('=').is_some() {
                reader.skip_expression();
            }
            all.push(Field { attrs, member, ty });
            reader.comma()?;
        }
        Ok(Fields { is_unit: false, all })
    }
}
