//! The rows of a type, and its table.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;

use super::krate;
use crate::ast::{Input, Variant};
use crate::registry::{self, Registered};
use crate::status;

/// `delegates` is an array of tables.
pub fn table_of(input: &Input, delegates: &TokenStream) -> TokenStream {
    let krate = krate(input);
    let name = input.ident.unraw().to_string();
    let documentation = input.documentation.to_expr();
    quote!(#krate::__private::table(#name, #documentation, &__STATUSES, &#delegates))
}

/// The rows of a type. Each is one short call: what is written for a row is paid for by every row of
/// every type.
pub fn statuses_of(
    input: &Input,
    rows: impl Iterator<Item = TokenStream>,
    count: usize,
) -> TokenStream {
    let krate = krate(input);
    if count == 0 {
        return quote!(static __STATUSES: [#krate::Status; 0] = [];);
    }
    quote! {
        static __STATUSES: [#krate::Status; #count] = {
            use #krate::__private::row as __row;
            [#(#rows),*]
        };
    }
}

/// One status, as the expression that makes it.
pub fn row(input: &Input, variant: &Variant) -> TokenStream {
    let code = code(input, variant);
    let name = variant.ident.unraw().to_string();
    let reason = status::reason(variant);
    let documentation = variant.documentation.to_expr();
    let title = status::title(input, variant);
    let slug = status::slug(variant);
    let type_uri = status::type_uri(input, &slug);
    let number = variant.code().map_or(0, |code| code.value);
    let body = status::body(&type_uri, &title, number);
    let exposed = status::exposed(input, variant);
    let row = quote! {
        __row(#code, #exposed, #name, #reason, #documentation, #title, #slug, #type_uri, #body)
    };
    match &variant.attrs.grpc {
        Some(grpc) => {
            let (krate, code) = (krate(input), grpc.value);
            quote!(#krate::__private::with_grpc(#row, #code))
        }
        None => row,
    }
}

/// A code that was written as a name is the canonical row's, at the user's own token: to an editor,
/// `NOT_FOUND` is that row.
fn code(input: &Input, variant: &Variant) -> TokenStream {
    let Some(code) = variant.code() else { return quote!(0) };
    let number = Literal::u16_unsuffixed(code.value);
    let is_name = !matches!(code.tokens.clone().into_iter().last(), Some(TokenTree::Literal(_)));
    match registry::by_code(code.value).filter(|entry| is_name && !entry.phrase.is_empty()) {
        Some(entry) if !input.kind.is_table() => {
            let (krate, class) = (krate(input), class(code.value));
            let name = Ident::new(&entry.variant_name(), code.name_span());
            quote!(#krate::#class::#name as u16)
        }
        _ => quote!(#number),
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
