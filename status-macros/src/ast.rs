//! The model that both macros parse into. It borrows the syntax and keeps the nodes for their spans.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Fields, Generics, Ident, LitStr, Member, Path, Type};

use crate::doc::Documentation;
use crate::table;

/// One use of either macro.
pub struct Input<'a> {
    pub ident: &'a Ident,
    pub generics: &'a Generics,
    pub kind: Kind<'a>,
    pub attrs: TypeAttrs,
    pub documentation: Documentation<'a>,
    /// The variants of an enum, the rows of a table, or the struct itself.
    pub variants: Vec<Variant<'a>>,
}

#[derive(Clone, Copy)]
pub enum Kind<'a> {
    Enum,
    Struct,
    Table(&'a table::Item),
}

impl Kind<'_> {
    pub fn is_table(self) -> bool {
        matches!(self, Self::Table(_))
    }
}

/// What `#[status(...)]` says of a whole type.
#[derive(Default)]
pub struct TypeAttrs {
    pub range: Option<Range>,
    pub type_base: Option<LitStr>,
    pub krate: Option<Path>,
    pub integrations: Vec<Integration>,
    pub allow: Vec<Ident>,
}

/// The codes that a type may have, both ends included.
#[derive(Clone)]
pub struct Range {
    pub start: u16,
    pub end: u16,
    /// As the user wrote it.
    pub tokens: TokenStream,
}

pub enum Integration {
    /// One of ours, by its name.
    Named(Ident),
    /// A macro of the user's own.
    Macro(Path),
}

/// A variant of an enum, a row of a table, or a struct.
pub struct Variant<'a> {
    pub ident: &'a Ident,
    pub fields: &'a Fields,
    pub source: Source<'a>,
    pub attrs: VariantAttrs,
    pub documentation: Documentation<'a>,
}

/// Where a variant's status comes from.
pub enum Source<'a> {
    /// A row of its own.
    Code(Code),
    /// `transparent`: the one field's own status.
    Transparent(Delegate<'a>),
    /// `dynamic`: the code is in a field.
    Dynamic(Dynamic<'a>),
    /// Nothing says it, and no other error has told so.
    Missing,
    /// A code that is none, which has been reported.
    BadCode,
    /// Something tried to say where it comes from, and failed, which has been reported.
    Broken,
}

/// A status code, as a number and as the user wrote it.
#[derive(Clone)]
pub struct Code {
    pub value: u16,
    pub tokens: TokenStream,
}

pub struct Delegate<'a> {
    pub member: Member,
    pub ty: &'a Type,
    /// `unlisted`: the field's type has no table that could be known here.
    pub unlisted: bool,
}

pub struct Dynamic<'a> {
    pub member: Member,
    pub ty: &'a Type,
    pub fallback: Code,
}

/// What `#[status(...)]` says of one variant, beside its source.
#[derive(Default)]
pub struct VariantAttrs {
    pub reason: Option<LitStr>,
    pub title: Option<LitStr>,
    pub slug: Option<LitStr>,
    pub headers: Vec<Header>,
    pub members: Vec<Ident>,
    pub exposure: Option<Exposure>,
    pub allow: Vec<Ident>,
}

/// `header("Name" = value)`.
pub struct Header {
    pub key: Ident,
    pub name: LitStr,
    pub value: HeaderValue,
}

pub enum HeaderValue {
    Literal(LitStr),
    Field(Member),
}

/// `expose` or `redact`.
pub struct Exposure {
    pub exposed: bool,
    pub key: Ident,
}

impl Input<'_> {
    /// The codes that the type may have: those it says, or the default of its kind (DESIGN: an error
    /// answers with 4xx or 5xx, a table may list any code of RFC 9110 §15).
    pub fn range(&self) -> (u16, u16) {
        match (&self.attrs.range, self.kind) {
            (Some(range), _) => (range.start, range.end),
            (None, Kind::Table(_)) => (100, 599),
            (None, Kind::Enum | Kind::Struct) => (400, 599),
        }
    }

    /// Whether `allow(rule)` stands on the type or on this variant.
    pub fn allows(&self, variant: Option<&Variant>, rule: &str) -> bool {
        let of_variant = variant.map_or(&[][..], |variant| &variant.attrs.allow);
        self.attrs.allow.iter().chain(of_variant).any(|name| name == rule)
    }
}

impl<'a> Variant<'a> {
    /// The type of the field that `member` names.
    pub fn field(&self, member: &Member) -> Option<&'a Type> {
        field(self.fields, member)
    }

    pub fn code(&self) -> Option<&Code> {
        match &self.source {
            Source::Code(code) => Some(code),
            _ => None,
        }
    }
}

/// The type of the field that `member` names.
pub fn field<'a>(fields: &'a Fields, member: &Member) -> Option<&'a Type> {
    fields.members().zip(fields).find(|(found, _)| found == member).map(|(_, field)| &field.ty)
}

impl ToTokens for Range {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

impl ToTokens for Code {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}
