//! The rows of a type, and its table.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, format_ident, quote};
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

/// The rows of a type. Each is one short call: what is written for a row is paid for by every row of
/// every type.
pub fn statuses_of(input: &Input) -> TokenStream {
    let krate = krate(input);
    let base = input.attrs.type_base.as_ref().map(|base| base.value.as_str());
    let mut rows = TokenStream::new();
    let mut count = 0_usize;
    let mut makers = Vec::new();
    for variant in &input.variants {
        let Some(code) = variant.code() else { continue };
        let maker = add_row(input, base, variant, code, &mut rows);
        add_comma(&mut rows);
        count += 1;
        if !makers.contains(&maker) {
            makers.push(maker);
        }
    }
    if count == 0 {
        return quote!(static __STATUSES: [#krate::Status; 0] = [];);
    }
    let imports = makers.iter().map(|maker| {
        let (item, name) = (Ident::new(maker, Span::call_site()), local(maker));
        quote!(#item as #name)
    });
    quote! {
        static __STATUSES: [#krate::Status; #count] = {
            use #krate::__private::{#(#imports),*};
            [#rows]
        };
    }
}

/// One status, as the expression that makes it. It is written token by token, since a stream of its
/// own for each row would be one more to join. Returns which function of `__private` makes it.
fn add_row(
    input: &Input,
    base: Option<&str>,
    variant: &Variant,
    code: &Code,
    rows: &mut TokenStream,
) -> &'static str {
    let title = status::title(input, variant);
    let type_uri = base.map_or_else(String::new, |base| base.to_owned() + &variant.slug);
    let body = status::body(&type_uri, &title, code.value);
    let mut arguments = TokenStream::new();
    let mut add = |argument: &dyn ToTokens| {
        argument.to_tokens(&mut arguments);
        add_comma(&mut arguments);
    };
    match &code.name {
        Some(name) if !input.kind.is_table() => add(&canonical(input, code.value, name)),
        _ => add(&Literal::u16_unsuffixed(code.value)),
    }
    add(&status::exposed(input, variant));
    add(&(variant.name.clone() + " " + &variant.slug));
    add(&Literal::usize_unsuffixed(variant.name.len()));
    add(&variant.reason);
    let documentation = variant.documentation.to_expr();
    add(&documentation);
    let maker = if base.is_none() && title == variant.reason {
        "untyped"
    } else if base.is_some() && documentation.is(&title) {
        add(&type_uri);
        "typed"
    } else {
        add(&type_uri);
        add(&title);
        "row"
    };
    add(&body);
    let make = local(maker);
    let arguments = Group::new(Delimiter::Parenthesis, arguments);
    match &variant.attrs.grpc {
        Some(grpc) => {
            let (krate, code) = (krate(input), grpc.value);
            rows.extend(quote!(#krate::__private::with_grpc(#make #arguments, #code)));
        }
        None => {
            rows.append(make);
            rows.append(arguments);
        }
    }
    maker
}

/// What a function of `__private` is called in the expansion.
fn local(maker: &str) -> Ident {
    format_ident!("__{maker}")
}

fn add_comma(tokens: &mut TokenStream) {
    tokens.append(Punct::new(',', Spacing::Alone));
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
