//! The rows of a type, and its table.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;

use super::krate;
use crate::ast::{Code, Input, Kind, Variant};
use crate::registry::{self, Registered};
use crate::status;

/// `delegates` is an array of tables.
pub fn table_of(input: &Input, delegates: &TokenStream) -> TokenStream {
    let krate = krate(input);
    let name = input.ident.unraw().to_string();
    let documentation = input.documentation.to_expr();
    quote!(#krate::__private::table(#name, #documentation, &__STATUSES, &#delegates))
}

/// One status, as the expression that makes it.
pub fn row(input: &Input, variant: &Variant) -> TokenStream {
    let krate = krate(input);
    let code = variant.code().map_or(0, |code| code.value);
    let name = variant.ident.unraw().to_string();
    let reason = status::reason(variant);
    let documentation = variant.documentation.to_expr();
    let title = status::title(input, variant);
    let slug = status::slug(variant);
    let type_uri = option(status::type_uri(input, variant));
    let body = status::body(input, variant, code);
    let exposed = status::exposed(input, variant);
    let span = variant.code().map_or_else(Span::call_site, Code::name_span);
    let facts = facts(input, code, span);
    let row = quote! {
        #krate::__private::status(#krate::__private::Row {
            code: #code,
            name: #name,
            reason: #reason,
            documentation: #documentation,
            title: #title,
            slug: #slug,
            type_uri: #type_uri,
            body: #body,
            exposed: #exposed,
            facts: #facts,
        })
    };
    match &variant.attrs.grpc {
        Some(grpc) => {
            let code = grpc.value;
            quote!(#krate::__private::with_grpc(#row, #code))
        }
        None => row,
    }
}

/// What the registry and the RFCs say of a code. A derived type's row takes it from the canonical
/// table; a table's row has it written out, since the canonical ones are made so.
fn facts(input: &Input, code: u16, span: Span) -> TokenStream {
    let krate = krate(input);
    let entry = registry::by_code(code);
    if let (Kind::Enum | Kind::Struct, Some(entry)) = (input.kind, entry) {
        if !entry.phrase.is_empty() {
            let class = class(code);
            // At the user's own token: to an editor, `NOT_FOUND` is the canonical row.
            let name = Ident::new(&entry.variant_name(), span);
            return quote!(#krate::__private::facts(#krate::#class::#name.status()));
        }
    }
    let unassigned = Registered::unassigned(code);
    let entry = entry.unwrap_or(&unassigned);
    let registration = format_ident!("{}", entry.registration.name());
    let spec = option((!entry.spec.is_empty()).then_some(entry.spec));
    let Registered { cacheable, storable, content, temporary, required_headers, .. } = entry;
    quote! {
        &#krate::__private::Facts {
            registration: #krate::Registration::#registration,
            spec: #spec,
            cacheable: #cacheable,
            storable: #storable,
            content: #content,
            temporary: #temporary,
            required_headers: &[#(#required_headers),*],
        }
    }
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
