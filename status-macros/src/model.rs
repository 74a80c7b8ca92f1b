//! What the user wrote, as plain data that keeps its spans.
//!
//! A [`Model`] has two forms: [`Parsed`] holds what the attributes say, and [`Checked`], which only the
//! rules make, has a status for every variant.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{
    Attribute, ExprPath, Fields, Generics, Ident, Lit, LitInt, LitStr, Member, Path, Type,
    Visibility,
};

/// One use of either macro.
pub struct Model<S> {
    pub subject: Subject,
    /// The variants of an enum, the rows of a table, or the struct itself.
    pub variants: Vec<Variant<S>>,
}

pub type Parsed = Model<Source>;
pub type Checked = Model<Status>;

/// The type that the macro defines or is derived on.
pub struct Subject {
    pub ident: Ident,
    pub generics: Generics,
    pub kind: Kind,
    pub attributes: TypeAttributes,
    /// All its attributes, as they were written.
    pub attrs: Vec<Attribute>,
    pub documentation: Documentation,
    /// `#[allow(…)]` and the like on the type. As with the derives of std, they hold for the expansion.
    pub lints: Vec<Attribute>,
    /// Whether the type is `#[deprecated]`.
    pub deprecated: bool,
    /// Whether one of its variants is, or what a field is for, which the user allows.
    pub deprecated_variant: bool,
}

pub enum Kind {
    Enum,
    Struct,
    Table(Table),
}

/// What `status_table!` passes on to the enum that it defines.
pub struct Table {
    pub vis: Visibility,
    /// Whether a row could not be read and was dropped.
    pub incomplete: bool,
}

/// A variant of an enum, a row of a table, or a struct.
pub struct Variant<S> {
    pub location: Location,
    pub ident: Ident,
    /// The identifier without its `r#`.
    pub name: String,
    pub fields: Fields,
    /// All its attributes, as they were written.
    pub attrs: Vec<Attribute>,
    pub status: S,
    pub attributes: StatusAttributes,
    pub documentation: Documentation,
}

/// The part of the input that an error belongs to. Errors are reported in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    Type,
    /// A variant or row, by its index.
    Variant(usize),
}

/// Where the status of a variant comes from, as written.
pub enum Source {
    /// A row of its own.
    Code(Code),
    /// `transparent`: the status of a field. With a `fallback`, the field is an `Option`, and the
    /// variant has a row of its own for `None`.
    Transparent { delegate: Box<Delegate>, fallback: Option<Code> },
    /// `dynamic`: the code is known at run time.
    Dynamic(Dynamic),
    /// Nothing.
    Missing,
    /// Something that could not be read. An error has been reported.
    Unreadable(Unreadable),
}

/// Where a status comes from, in the parsed and in the checked model.
pub trait Origin {
    /// What gives a code that is known at run time.
    fn dynamic(&self) -> Option<&Dynamic>;

    /// The field that has a status of its own.
    fn delegate(&self) -> Option<&Delegate>;

    /// Whether the status is the registry's row of a code that is known at run time.
    fn is_dynamic(&self) -> bool {
        self.dynamic().is_some()
    }
}

impl Origin for Source {
    fn dynamic(&self) -> Option<&Dynamic> {
        if let Self::Dynamic(dynamic) = self { Some(dynamic) } else { None }
    }

    fn delegate(&self) -> Option<&Delegate> {
        if let Self::Transparent { delegate, .. } = self { Some(delegate) } else { None }
    }
}

/// A variant whose row is being made, and which is therefore not `dynamic`.
impl Origin for () {
    fn dynamic(&self) -> Option<&Dynamic> {
        None
    }

    fn delegate(&self) -> Option<&Delegate> {
        None
    }
}

impl Origin for Status {
    fn dynamic(&self) -> Option<&Dynamic> {
        if let Self::Dynamic(dynamic) = self { Some(dynamic) } else { None }
    }

    fn delegate(&self) -> Option<&Delegate> {
        if let Self::Transparent { delegate, .. } = self { Some(delegate) } else { None }
    }
}

pub enum Unreadable {
    Code,
    /// Another key, which may have been meant to give the status.
    Key,
}

/// Where the status of a variant comes from, once the rules have accepted it.
pub enum Status {
    Row(Row),
    Transparent { delegate: Box<Delegate>, fallback: Option<Row> },
    Dynamic(Dynamic),
}

/// A status of the type's own table.
pub struct Row {
    pub code: Code,
    pub slug: String,
    pub reason: String,
    pub title: String,
    /// `type_base` and slug, for a type that has a `type_base`.
    pub type_uri: Option<String>,
    /// The name and JSON of each member that is the same in every occurrence.
    pub constants: Vec<(String, String)>,
    /// The problem in JSON, as it is sent when the occurrence adds nothing to it.
    pub body: String,
    pub exposed: bool,
    pub grpc: Option<u8>,
}

/// A status code, as a number and as the user wrote it.
#[derive(Clone)]
pub struct Code {
    pub value: u16,
    /// The last segment of the path, for a code that is written as a name.
    pub name: Option<Ident>,
    pub tokens: TokenStream,
}

/// A gRPC code, as a number and as the user wrote it.
pub struct GrpcCode {
    pub value: u8,
    pub tokens: TokenStream,
}

/// `retry = "…"`.
pub struct RetryValue {
    pub retry: Retry,
    pub tokens: LitStr,
}

/// When a client may send a request again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    Never,
    Idempotent,
    Always,
}

pub struct Delegate {
    pub member: Member,
    /// The type that has the status: the field's, or the one in its `Option`.
    pub ty: Type,
    /// Whether the field is an `Option`, so that the variant has a status of its own for `None`.
    pub is_optional: bool,
    /// `unlisted`: the statuses of the field's type are not known at compile time.
    pub unlisted: bool,
}

pub struct Dynamic {
    pub code: DynamicCode,
    pub fallback: Code,
}

/// What gives a `dynamic` code.
pub enum DynamicCode {
    Field(Member),
    /// A function that takes a reference to each of these fields.
    Function(ExprPath, Vec<Member>),
}

/// The codes that a type may have, both ends included.
pub struct Range {
    pub start: u16,
    pub end: u16,
    pub tokens: TokenStream,
}

/// What `#[status(…)]` says about a whole type.
#[derive(Default)]
pub struct TypeAttributes {
    pub range: Option<Range>,
    pub type_base: Option<LitStr>,
    pub slug_case: Option<SlugCase>,
    pub slug_prefix: Option<LitStr>,
    pub krate: Option<Path>,
    pub body: Option<BodyFunction>,
    pub grpc_domain: Option<LitStr>,
    /// `decode`.
    pub decode: Option<Ident>,
    pub integrations: Vec<Integration>,
    /// The keys and integrations that are written, for editors.
    pub keys: Vec<Ident>,
    /// What it says about each status of its own.
    pub of_each: StatusAttributes,
    /// The rules named by `allow(…)`.
    pub allow: Vec<Ident>,
    /// Whether a code is written on the type, which has been reported.
    pub misplaced_code: bool,
}

/// `body = path`.
pub struct BodyFunction {
    pub key: Ident,
    pub path: ExprPath,
}

/// How the name of a variant becomes its slug, in serde's words for `rename_all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlugCase {
    Kebab,
    Snake,
    Camel,
    Pascal,
    ScreamingSnake,
    ScreamingKebab,
    Lower,
    Upper,
}

pub enum Integration {
    /// One of status-core's.
    Named(Ident),
    /// A macro of the user's.
    Macro(Path),
}

/// What `#[status(…)]` says about one status, apart from where it comes from.
#[derive(Default)]
pub struct StatusAttributes {
    pub reason: Option<LitStr>,
    pub title: Option<LitStr>,
    pub slug: Option<LitStr>,
    pub headers: Vec<Header>,
    pub members: Vec<MemberItem>,
    pub exposure: Option<Exposure>,
    pub detail: Option<Detail>,
    /// The keys that are written, for editors.
    pub keys: Vec<Ident>,
    pub grpc: Option<GrpcCode>,
    pub retry: Option<RetryValue>,
    /// `skip_decode`.
    pub skip_decode: Option<Ident>,
    /// The keys `decode_default`, and the fields in them.
    pub decode_default: Vec<(Ident, Member)>,
    /// The rules named by `allow(…)`.
    pub allow: Vec<Ident>,
    pub unread: Unread,
}

/// Whether there were items that could not be read. Their errors have been reported, and a rule adds
/// none about what they may have said.
#[derive(Default)]
pub struct Unread {
    pub any: bool,
    pub header: bool,
    pub allow: bool,
}

/// `header("Name" = value)`.
pub struct Header {
    pub key: Ident,
    pub name: LitStr,
    pub value: TextValue,
}

/// `detail = value`.
pub struct Detail {
    pub key: Ident,
    pub value: TextValue,
}

pub enum TextValue {
    Literal(LitStr),
    Field(Member),
}

/// `name` or `name = value` in `members(…)`.
pub struct MemberItem {
    pub name: String,
    /// The name as the user wrote it.
    pub tokens: TokenStream,
    pub value: MemberValue,
}

/// The value of a member, as written. What a word or a number means depends on the variant.
pub enum MemberValue {
    /// A field, or `slug`.
    Name(Ident),
    /// An integer without a suffix: the index of a field in a tuple, or else a literal.
    Integer(LitInt, Lit),
    /// A string, an integer or a bool.
    Literal(Lit),
}

/// `expose` or `redact`.
pub struct Exposure {
    pub exposed: bool,
    pub key: Ident,
}

/// A doc comment, without the indentation that its lines share.
#[derive(Default)]
pub struct Documentation {
    pub lines: Vec<DocLine>,
}

pub enum DocLine {
    Text(String),
    /// `#[doc = include_str!("…")]`: only the compiler knows the text.
    Macro(TokenStream),
}

impl Kind {
    pub fn is_table(&self) -> bool {
        matches!(self, Self::Table(_))
    }
}

impl<S> Variant<S> {
    pub fn new(
        location: Location,
        ident: Ident,
        fields: Fields,
        attrs: Vec<Attribute>,
        status: S,
        attributes: StatusAttributes,
        documentation: Documentation,
    ) -> Self {
        let name = ident.unraw().to_string();
        Self { location, ident, name, fields, attrs, status, attributes, documentation }
    }

    /// Returns the status of the variant, and the variant with `new` instead.
    pub fn replace_status<T>(self, new: T) -> (S, Variant<T>) {
        let Self { location, ident, name, fields, attrs, status, attributes, documentation } = self;
        let variant = Variant {
            location,
            ident,
            name,
            fields,
            attrs,
            status: new,
            attributes,
            documentation,
        };
        (status, variant)
    }

    /// The type of the field that `member` names.
    pub fn field(&self, member: &Member) -> Option<&Type> {
        let mut fields = self.fields.members().zip(&self.fields);
        fields.find(|(name, _)| is_same(name, member)).map(|(_, field)| &field.ty)
    }
}

/// `r#id` is the same field as `id`.
pub fn is_same(one: &Member, other: &Member) -> bool {
    match (one, other) {
        (Member::Named(one), Member::Named(other)) => one.unraw() == other.unraw(),
        _ => one == other,
    }
}

impl<S: Origin> Variant<S> {
    /// Whether everything that the variant sends comes from its field.
    pub fn is_transparent(&self) -> bool {
        self.status.delegate().is_some_and(|delegate| !delegate.is_optional)
    }
}

impl Variant<Source> {
    /// The code of the variant's own row.
    pub fn code(&self) -> Option<&Code> {
        match &self.status {
            Source::Code(code) => Some(code),
            Source::Transparent { fallback, .. } => fallback.as_ref(),
            Source::Dynamic(_) | Source::Missing | Source::Unreadable(_) => None,
        }
    }

    /// The code that is written in the attribute: that of the variant's own row, or its `fallback`.
    pub fn written_code(&self) -> Option<&Code> {
        match &self.status {
            Source::Dynamic(dynamic) => Some(&dynamic.fallback),
            _ => self.code(),
        }
    }
}

impl Variant<Status> {
    pub fn row(&self) -> Option<&Row> {
        match &self.status {
            Status::Row(row) => Some(row),
            Status::Transparent { fallback, .. } => fallback.as_ref(),
            Status::Dynamic(_) => None,
        }
    }
}

impl Documentation {
    pub fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| match line {
            DocLine::Text(text) => text.trim().is_empty(),
            DocLine::Macro(_) => false,
        })
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

impl ToTokens for GrpcCode {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}
