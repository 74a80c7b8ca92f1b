//! The calls of integrations that document a type's responses for an OpenAPI tool.
//!
//! They contain statements that add each status to `__statuses`, in the terms of
//! `status-core/src/describe/openapi/documented.rs`. Its macro knows the tool, which it calls `__Tool`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Member;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::paths::{krate, krate_at, own_span};
use crate::display;
use crate::members::{self, Value};
use crate::model::{Checked, Delegate, Integration, Kind, Status, Subject, Variant, is_same};
use crate::types;

/// Whether a word names a tool that reads OpenAPI.
pub fn is_openapi(word: &Ident) -> bool {
    ["utoipa", "aide", "salvo_oapi", "poem_openapi"].iter().any(|name| word == name)
}

/// What the calls contain after their `impl` header.
pub struct Document {
    /// The types that need a schema and mention a parameter.
    schemas: Vec<TokenStream>,
    statements: TokenStream,
}

impl Document {
    /// The arguments of a call.
    pub fn tokens(&self) -> TokenStream {
        let Self { schemas, statements } = self;
        let statuses = statuses();
        quote!(schemas[#(#schemas),*] #statuses __Tool { #statements })
    }
}

/// The parameter that the statements use. Where they have a location of their own, it has to have the
/// same hygiene.
fn statuses() -> Ident {
    Ident::new("__statuses", Span::mixed_site())
}

/// The document of a type that is described by its table alone.
pub fn of_table(subject: &Subject) -> Document {
    let krate = krate(subject);
    let (statuses, body) = (statuses(), body(subject));
    let statements = quote! {
        #statuses.table(<Self as #krate::StatusTable>::TABLE);
        #body
    };
    Document { schemas: Vec::new(), statements }
}

/// The document of a derived type, or `None` if it names no tool.
pub fn of_derived(checked: &Checked) -> Option<Document> {
    let subject = &checked.subject;
    let is_named = |it: &Integration| matches!(it, Integration::Named(word) if is_openapi(word));
    if !subject.attributes.integrations.iter().any(is_named) {
        return None;
    }
    let krate = krate(subject);
    let mut rows = 0;
    let mut schemas = Vec::new();
    let statements: TokenStream = checked
        .variants
        .iter()
        .map(|variant| {
            let own = variant.row().map(|_| {
                rows += 1;
                own_status(subject, variant, rows - 1, &mut schemas)
            });
            match &variant.status {
                Status::Row(_) => quote!(#own),
                Status::Transparent { delegate, .. } => {
                    let delegate = self::delegate(subject, variant, delegate);
                    quote!(#own #delegate)
                }
                Status::Dynamic(_) => others(),
            }
        })
        .collect();
    let body = body(subject);
    let statements = quote! {
        use #krate::__private::{NoSample as _, NoStatus as _, NotDocumented as _};
        #statements
        #body
    };
    Some(Document { schemas, statements })
}

/// Adds a status of the type's own, and the schema of each of its members.
fn own_status(
    subject: &Subject,
    variant: &Variant<Status>,
    row: usize,
    schemas: &mut Vec<TokenStream>,
) -> TokenStream {
    let krate = krate(subject);
    let row = Literal::usize_unsuffixed(row);
    let (statuses, table) = (statuses(), subject.ident.unraw().to_string());
    let value = sample(subject, variant);
    let members = members::of(subject, variant).filter_map(|(_, value)| {
        let Value::Field(member) = value else { return None };
        let ty = variant.field(&member)?;
        if types::mentions_parameter(ty, &subject.generics) {
            schemas.push(quote!(#ty));
        }
        Some(quote_spanned!(own_span(ty.span())=> __statuses.member::<#ty>();))
    });
    let members: TokenStream = members.collect();
    quote! {
        #statuses.status(
            #table,
            &__STATUSES[#row],
            || ::core::option::Option::Some(#krate::problem::Problem::of(&#value)),
        );
        #members
    }
}

/// An example of the variant. If a field has none, the function around it returns `None`.
fn sample(subject: &Subject, variant: &Variant<Status>) -> TokenStream {
    let krate = krate(subject);
    let path = match subject.kind {
        Kind::Struct => quote!(Self),
        _ => {
            let name = &variant.ident;
            quote!(Self::#name)
        }
    };
    // The variant's own status is that of `None`.
    let delegate = match &variant.status {
        Status::Transparent { delegate, .. } => Some(&delegate.member),
        Status::Row(_) | Status::Dynamic(_) => None,
    };
    let fields = variant.fields.members().zip(&variant.fields).map(|(member, field)| {
        if delegate.is_some_and(|delegate| is_same(delegate, &member)) {
            return quote!(#member: ::core::option::Option::None);
        }
        let ty = &field.ty;
        quote!(#member: #krate::__private::SampleOf::<#ty>::sample()?)
    });
    quote!(#path { #(#fields),* })
}

/// Adds the statuses of a field.
fn delegate(subject: &Subject, variant: &Variant<Status>, delegate: &Delegate) -> TokenStream {
    let Delegate { ty, unlisted, .. } = delegate;
    if *unlisted {
        return others();
    }
    // Its statuses are those of the type itself.
    if types::is_or_points_to(ty, &subject.ident) {
        return TokenStream::new();
    }
    let detail = delegated_detail(subject, variant, &delegate.member);
    let span = own_span(ty.span());
    let krate = krate_at(subject, span);
    quote_spanned! {span=>
        __statuses.delegate(
            #krate::__private::DelegatedDetail::#detail,
            |__statuses| #krate::__private::DocumentOf::<#ty, __Tool>::add(
                __statuses,
                #krate::__private::DelegateField::<#ty>::DELEGATE.table(),
            ),
        );
    }
}

/// What the variant does to the details of this field's statuses: a variant of `DelegatedDetail`.
fn delegated_detail(subject: &Subject, variant: &Variant<Status>, field: &Member) -> Ident {
    let shared = match subject.kind {
        Kind::Enum => subject.attrs.as_slice(),
        // Its attributes are those of the variant.
        Kind::Struct | Kind::Table(_) => &[],
    };
    let attributes = &variant.attributes;
    let name = match (&attributes.detail, &attributes.exposure) {
        (Some(_), _) => "Replaced",
        // It is `redact`: such a variant cannot have `expose`.
        (None, Some(_)) => "Redacted",
        (None, None) if display::is_message_of(field, &variant.fields, &variant.attrs, shared) => {
            "Same"
        }
        (None, None) => "OtherMessage",
    };
    Ident::new(name, Span::call_site())
}

/// Adds that there are statuses that are not known at compile time.
fn others() -> TokenStream {
    let statuses = statuses();
    quote!(#statuses.others();)
}

/// Sets the body of the type, whose schema it has to supply.
fn body(subject: &Subject) -> Option<TokenStream> {
    let path = &subject.attributes.body.as_ref()?.path;
    let span = own_span(path.span());
    let krate = krate_at(subject, span);
    Some(quote_spanned! {span=>
        __statuses.body::<<Self as #krate::describe::DocumentedBody>::Schema>(#path);
    })
}
