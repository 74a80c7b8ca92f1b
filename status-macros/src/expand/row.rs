//! The rows of a type, and its table.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Type;
use syn::ext::IdentExt;

use super::paths::{krate, option};
use crate::error::as_written;
use crate::members::{self, Value};
use crate::model::{Checked, Code, Retry, Row, Status, Subject, TextValue, Variant};
use crate::{defaults, registry, types};

/// The statics `__ROWS` and `__STATUSES`.
pub fn statuses_static(checked: &Checked) -> TokenStream {
    let krate = krate(&checked.subject);
    let rows: Vec<TokenStream> = checked
        .variants
        .iter()
        .filter_map(|variant| variant.row().map(|row| expression(&checked.subject, variant, row)))
        .collect();
    if rows.is_empty() {
        return quote!(static __STATUSES: [#krate::Status; 0] = [];);
    }
    let count = Literal::usize_unsuffixed(rows.len());
    quote! {
        static __ROWS: [#krate::__private::Row; #count] = {
            use ::core::option::Option::{None, Some};
            use #krate::__private::Row;
            [#(#rows),*]
        };
        static __STATUSES: [#krate::Status; #count] = #krate::__private::statuses(&__ROWS);
    }
}

fn expression(subject: &Subject, variant: &Variant<Status>, row: &Row) -> TokenStream {
    let Row { code, slug, reason, title, type_uri, body, exposed, .. } = row;
    let code = code_expression(subject, code);
    let Variant { name, documentation, .. } = variant;
    let type_uri = short_option(type_uri.as_ref());
    let extras = short_option(extras(subject, variant, row));
    quote! {
        Row {
            code: #code,
            name: #name,
            slug: #slug,
            reason: #reason,
            documentation: #documentation,
            title: #title,
            type_uri: #type_uri,
            body: #body,
            exposed: #exposed,
            extras: #extras,
        }
    }
}

/// What only a few rows have.
fn extras(subject: &Subject, variant: &Variant<Status>, row: &Row) -> Option<TokenStream> {
    let Row { grpc, constants, .. } = row;
    let has_detail = variant.attributes.detail.is_some();
    let retry = variant.attributes.retry.as_ref().map(|it| it.retry);
    let members = field_members(subject, variant);
    let header_fields = header_fields(subject, variant);
    let given = [constants.is_empty(), members.is_empty(), header_fields.is_empty()];
    let grpc_domain = subject.attributes.grpc_domain.as_ref();
    let is_plain = grpc.is_none() && grpc_domain.is_none() && retry.is_none();
    if is_plain && !has_detail && given == [true; 3] {
        return None;
    }
    let krate = krate(subject);
    let (grpc, grpc_domain) = (short_option(*grpc), short_option(grpc_domain));
    let retry = short_option(retry.map(|retry| match retry {
        Retry::Never => quote!(#krate::Retry::Never),
        Retry::Idempotent => quote!(#krate::Retry::Idempotent { delay: None }),
        Retry::Always => quote!(#krate::Retry::Always { delay: None }),
    }));
    let constants = constants.iter().map(|(name, json)| quote!((#name, #json)));
    // An inline constant, since a reference to what is computed is not promoted.
    Some(quote! {
        const {
            use #krate::__private::UnknownJson as _;
            &#krate::__private::Extras {
                has_detail: #has_detail,
                grpc: #grpc,
                grpc_domain: #grpc_domain,
                retry: #retry,
                constants: &[#(#constants),*],
                members: &[#(#members),*],
                header_fields: &[#(#header_fields),*],
            }
        }
    })
}

/// The members that fields give.
fn field_members(subject: &Subject, variant: &Variant<Status>) -> Vec<TokenStream> {
    let given = members::of(subject, variant).filter_map(|(item, value)| {
        let Value::Field(member) = value else { return None };
        let krate = krate(subject);
        let ty = variant.field(&member)?;
        let (name, rust_type) = (&item.name, as_written(ty));
        let is_option = types::in_option(ty).is_some();
        let (json_type, optional) = if is_nameable(ty, subject) {
            let ty = types::with_static_lifetimes(ty, &subject.generics);
            let json = quote!(#krate::__private::JsonOf::<#ty>);
            // An `Option` of a type whose JSON is not known is an `Option`, too.
            let optional = if is_option { quote!(true) } else { quote!(#json::OPTIONAL) };
            (quote!(#json::TYPE), optional)
        } else {
            (quote!(None), quote!(#is_option))
        };
        Some(quote! {
            #krate::__private::FieldMember {
                name: #name,
                rust_type: #rust_type,
                json_type: #json_type,
                optional: #optional,
            }
        })
    });
    given.collect()
}

fn header_fields(subject: &Subject, variant: &Variant<Status>) -> Vec<TokenStream> {
    let given = defaults::headers(subject, variant).filter_map(|header| {
        let krate = krate(subject);
        let name = &header.name;
        match &header.value {
            TextValue::Literal(value) => {
                Some(quote!(#krate::describe::HeaderField::__constant(#name, #value)))
            }
            TextValue::Field(member) => {
                let ty = variant.field(member)?;
                let (rust_type, optional) = (as_written(ty), types::in_option(ty).is_some());
                Some(quote! {
                    #krate::describe::HeaderField::__of_field(#name, #rust_type, #optional)
                })
            }
        }
    });
    given.collect()
}

/// Whether the type means the same in a static, where the parameters of the type are not in scope.
fn is_nameable(ty: &Type, subject: &Subject) -> bool {
    !types::mentions_parameter(ty, &subject.generics) && !types::mentions_self_word(ty)
}

/// An `Option` where `Some` and `None` are imported: two of them in each row add up.
fn short_option<T: ToTokens>(value: Option<T>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}

/// A code that was written as a name is the canonical row of that name, at the user's own token: in
/// an editor, hovering over `NOT_FOUND` shows that row.
fn code_expression(subject: &Subject, code: &Code) -> TokenStream {
    let number = Literal::u16_unsuffixed(code.value).into_token_stream();
    let Some(written) = code.name.as_ref().filter(|_| !subject.kind.is_table()) else {
        return number;
    };
    let Some(entry) = registry::by_code(code.value) else { return number };
    let (krate, table) = (krate(subject), canonical_table(code.value));
    let name = Ident::new(&entry.variant_name(), written.span());
    quote!(#krate::#table::#name as ::core::primitive::u16)
}

fn canonical_table(code: u16) -> Ident {
    let name = match code / 100 {
        1 => "Informational",
        2 => "Success",
        3 => "Redirection",
        4 => "ClientError",
        _ => "ServerError",
    };
    Ident::new(name, Span::call_site())
}

/// The static `__TABLE`.
pub fn table_static(subject: &Subject) -> TokenStream {
    let table = table_expression(subject, &[]);
    let krate = krate(subject);
    quote!(static __TABLE: #krate::Table = #table;)
}

/// The table itself. `delegates` are expressions.
pub fn table_expression(subject: &Subject, delegates: &[TokenStream]) -> TokenStream {
    let krate = krate(subject);
    let name = subject.ident.unraw().to_string();
    let documentation = &subject.documentation;
    let type_base = option(subject.attributes.type_base.as_ref());
    quote! {
        #krate::__private::TableParts {
            module: ::core::module_path!(),
            name: #name,
            documentation: #documentation,
            type_base: #type_base,
            statuses: &__STATUSES,
            delegates: &[#(#delegates),*],
        }
        .table()
    }
}
