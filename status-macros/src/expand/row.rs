//! The rows of a type, and its table.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;

use super::krate;
use crate::ast::{Code, Input, Variant};
use crate::registry::{self, Registered};
use crate::status;

/// `delegates` is an array of tables.
pub fn table_of(input: &Input, delegates: &TokenStream) -> TokenStream {
    let krate = krate(input);
    let name = input.ident.unraw().to_string();
    let documentation = input.documentation.to_expr();
    quote!(#krate::__private::table(#name, #documentation, &__STATUSES, &#delegates))
}

/// The rows of a type, and its statuses.
pub fn statuses_of(input: &Input) -> TokenStream {
    let krate = krate(input);
    let base = input.attrs.type_base.as_ref().map(|base| base.value.as_str());
    let rows: Vec<_> = input
        .variants
        .iter()
        .filter_map(|variant| Some(row(input, base, variant, variant.code()?)))
        .collect();
    let count = rows.len();
    if count == 0 {
        return quote!(static __STATUSES: [#krate::Status; 0] = [];);
    }
    quote! {
        static __ROWS: [#krate::__private::Row; #count] = [#(#krate::__private::Row { #rows }),*];
        static __STATUSES: [#krate::Status; #count] = #krate::__private::statuses(&__ROWS);
    }
}

/// The fields of one row.
fn row(input: &Input, base: Option<&str>, variant: &Variant, code: &Code) -> TokenStream {
    let title = status::title(input, variant);
    let type_uri = base.map(|base| base.to_owned() + &variant.slug);
    let body = status::body(type_uri.as_deref().unwrap_or_default(), &title, code.value);
    let type_uri = option(type_uri);
    let exposed = status::exposed(input, variant);
    let grpc = option(variant.attrs.grpc.as_ref().map(|grpc| Literal::u8_unsuffixed(grpc.value)));
    let code = match &code.name {
        Some(name) if !input.kind.is_table() => canonical(input, code.value, name),
        _ => Literal::u16_unsuffixed(code.value).into_token_stream(),
    };
    let (name, slug, reason) = (&variant.name, &variant.slug, &variant.reason);
    let documentation = variant.documentation.to_expr();
    quote! {
        code: #code,
        name: #name,
        slug: #slug,
        reason: #reason,
        documentation: #documentation,
        title: #title,
        type_uri: #type_uri,
        body: #body,
        exposed: #exposed,
        grpc: #grpc,
    }
}

/// A code that was written as a name is the canonical row's, at the user's own token: to an editor,
/// `NOT_FOUND` is that row.
fn canonical(input: &Input, code: u16, written: &Ident) -> TokenStream {
    match registry::by_code(code) {
        Some(entry) if !entry.phrase.is_empty() => {
            let (krate, class) = (krate(input), class(code));
            let name = Ident::new(&entry.variant_name(), written.span());
            quote!(#krate::#class::#name as u16)
        }
        _ => Literal::u16_unsuffixed(code).into_token_stream(),
    }
}

/// The registry as status-core has it: an array of its `Facts`.
pub fn registry() -> TokenStream {
    let facts = registry::all().map(|entry| {
        let registration = format_ident!("{}", entry.registration.name());
        let spec = option((!entry.spec.is_empty()).then_some(entry.spec));
        let Registered { code, cacheable, storable, content, temporary, required_headers, .. } =
            entry;
        quote! {
            Facts {
                code: #code,
                registration: Registration::#registration,
                spec: #spec,
                cacheable: #cacheable,
                storable: #storable,
                content: #content,
                temporary: #temporary,
                required_headers: &[#(#required_headers),*],
            }
        }
    });
    quote!(&[#(#facts),*])
}

/// The canonical table of a code's class.
fn class(code: u16) -> Ident {
    let name = match code / 100 {
        1 => "Informational",
        2 => "Success",
        3 => "Redirection",
        4 => "ClientError",
        _ => "ServerError",
    };
    Ident::new(name, Span::call_site())
}

pub fn option<T: ToTokens>(value: Option<T>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
