//! The model that both macros parse into. It borrows the syntax and keeps the nodes for their spans.

use std::borrow::Cow;
use std::cell::Cell;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Ident;

use crate::doc::Documentation;
use crate::grpc::Grpc;
use crate::syntax::{Fields, Generics, Member, Param, Path, Text, Type};
use crate::{registry, status, table};

/// One use of either macro.
pub struct Input<'a> {
    pub ident: &'a Ident,
    pub generics: &'a Generics,
    pub kind: Kind<'a>,
    pub attrs: TypeAttrs,
    pub documentation: Documentation<'a>,
    /// Whether the type is `#[deprecated]`.
    pub deprecated: bool,
    /// Whether one of its variants is.
    pub deprecated_variant: bool,
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
    pub type_base: Option<Text>,
    pub krate: Option<Path>,
    pub integrations: Vec<Integration>,
    pub allow: Vec<Allow>,
}

/// One rule of an `allow(…)`.
pub struct Allow {
    pub rule: Ident,
    /// Whether it has waived something. One that waives nothing is out of date.
    used: Cell<bool>,
}

impl Allow {
    pub fn new(rule: Ident) -> Self {
        Self { rule, used: Cell::new(false) }
    }

    pub fn find<'a>(allowed: &'a [Self], rule: &str) -> Option<&'a Self> {
        allowed.iter().find(|allow| allow.rule == rule)
    }

    pub fn is_used(&self) -> bool {
        self.used.get()
    }
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
    /// The identifier, without its `r#`.
    pub name: String,
    /// `slug = "…"`, or the name in kebab-case.
    pub slug: String,
    /// `reason = "…"`, or the registry's phrase. Empty for a variant without a code of its own.
    pub reason: Cow<'static, str>,
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
    /// The last part of the path, where it is written as a name.
    pub name: Option<Ident>,
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
    pub reason: Option<Text>,
    pub title: Option<Text>,
    pub slug: Option<Text>,
    pub headers: Vec<Header>,
    /// Whether one was given that could not be read, which has been reported.
    pub broken_header: bool,
    pub members: Vec<Ident>,
    pub exposure: Option<Exposure>,
    pub grpc: Option<Grpc>,
    pub allow: Vec<Allow>,
}

/// `header("Name" = value)`.
pub struct Header {
    pub key: Ident,
    pub name: Text,
    pub value: HeaderValue,
}

pub enum HeaderValue {
    Literal(Text),
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

    /// Whether a type has one of this type's own parameters in it.
    pub fn mentions_parameter(&self, ty: &dyn ToTokens) -> bool {
        ty.to_token_stream().into_iter().any(|token| match token {
            TokenTree::Ident(ident) => self.generics.params.iter().any(|param| match param {
                Param::Type(name, _) | Param::Const(name, _) => *name == ident,
                Param::Lifetime(..) => false,
            }),
            TokenTree::Group(group) => self.mentions_parameter(&group.stream()),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }

    /// Whether `allow(rule)` stands on this variant or on the type, for a mistake that is there.
    pub fn waives(&self, variant: Option<&Variant>, rule: &str) -> bool {
        let allow = self.find_allow(variant, rule);
        if let Some(allow) = allow {
            allow.used.set(true);
        }
        allow.is_some()
    }

    /// Whether `allow(rule)` stands on this variant or on the type.
    pub fn allows(&self, variant: Option<&Variant>, rule: &str) -> bool {
        self.find_allow(variant, rule).is_some()
    }

    fn find_allow<'b>(&'b self, variant: Option<&'b Variant>, rule: &str) -> Option<&'b Allow> {
        // The nearest one: what stands on a variant is about it.
        let of_variant = variant.and_then(|variant| Allow::find(&variant.attrs.allow, rule));
        of_variant.or_else(|| Allow::find(&self.attrs.allow, rule))
    }
}

impl<'a> Variant<'a> {
    pub fn new(
        ident: &'a Ident,
        fields: &'a Fields,
        source: Source<'a>,
        attrs: VariantAttrs,
        documentation: Documentation<'a>,
    ) -> Self {
        let mut name = ident.to_string();
        if name.starts_with("r#") {
            name.drain(..2);
        }
        let slug = match &attrs.slug {
            Some(slug) => slug.value.clone(),
            None => status::kebab_case(&name),
        };
        let reason = match (&attrs.reason, &source) {
            (Some(reason), _) => Cow::Owned(reason.value.clone()),
            (None, Source::Code(code)) => {
                Cow::Borrowed(registry::by_code(code.value).map_or("", |entry| entry.phrase))
            }
            (None, _) => Cow::Borrowed(""),
        };
        Self { ident, name, slug, reason, fields, source, attrs, documentation }
    }

    /// The type of the field that `member` names.
    pub fn field(&self, member: &Member) -> Option<&'a Type> {
        self.fields.get(member)
    }

    /// Whether it is known where the status comes from: not where that is an error of its own.
    pub fn is_sound(&self) -> bool {
        !matches!(self.source, Source::Missing | Source::BadCode | Source::Broken)
    }

    /// The code that stands in the attribute: the variant's own, or its `fallback`.
    pub fn stated_code(&self) -> Option<&Code> {
        match &self.source {
            Source::Code(code) => Some(code),
            Source::Dynamic(dynamic) => Some(&dynamic.fallback),
            Source::Transparent(_) | Source::Missing | Source::BadCode | Source::Broken => None,
        }
    }

    /// The code of its own row.
    pub fn code(&self) -> Option<&Code> {
        match &self.source {
            Source::Code(code) => Some(code),
            _ => None,
        }
    }
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
