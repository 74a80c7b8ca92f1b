//! The calls of integrations.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::bounds::arguments;
use super::openapi::{Document, is_openapi};
use super::paths::{krate, krate_at};
use crate::model::{Checked, Header, Integration, Subject, TextValue};

/// A macro call for each integration, at the user's own token: an integration whose feature is off is
/// reported there.
pub fn integrations(subject: &Subject, predicates: &TokenStream) -> TokenStream {
    calls(subject, predicates, None)
}

/// Like `integrations`, for those that document the type.
pub fn documents(subject: &Subject, predicates: &TokenStream, document: &Document) -> TokenStream {
    calls(subject, predicates, Some(document))
}

fn calls(subject: &Subject, predicates: &TokenStream, document: Option<&Document>) -> TokenStream {
    let krate = krate(subject);
    let ident = &subject.ident;
    let arguments = arguments(&subject.generics);
    // A framework's lifetimes go before the parameters, and its types after them: so there are no
    // angle brackets, and a comma at the end. Defaults are not allowed in an `impl`.
    let mut generics = subject.generics.clone();
    for param in generics.type_params_mut() {
        param.default = None;
    }
    for param in generics.const_params_mut() {
        param.default = None;
    }
    let params = generics.params.iter();
    let params = quote!(#(#params,)*);
    // Whether a generic type can become a response depends on its parameters. For a type that is not
    // generic, a bound would be an error of its own. The type is named, because the `impl` may be
    // that of another one: `From<Type> for Response`.
    let is_generic = subject.generics.type_params().next().is_some();
    let occurrence = is_generic.then(|| quote!(#ident #arguments: #krate::problem::Occurrence,));
    let is_document =
        |it: &&Integration| matches!(it, Integration::Named(name) if is_openapi(name));
    let named = subject.attributes.integrations.iter();
    let named = named.filter(|it| is_document(it) == document.is_some());
    let document = document.map(Document::tokens);
    let calls = named.map(|integration| match integration {
        Integration::Named(name) => {
            let krate = krate_at(subject, name.span());
            if name == "serde" {
                return quote_spanned!(name.span()=> #krate::__private::table_serde! { #ident });
            }
            let call = quote_spanned! {name.span()=>
                #krate::__private::#name! {
                    impl[#params] for #ident #arguments where[#predicates #occurrence] #document
                }
            };
            if name == "http" && subject.kind.is_table() {
                let codes = quote_spanned! {name.span()=>
                    #krate::__private::table_http! { #ident }
                };
                return quote!(#call #codes);
            }
            call
        }
        Integration::Macro(path) => {
            quote!(#path! { impl[#params] for #ident #arguments where[#predicates] })
        }
    });
    let calls: TokenStream = calls.collect();
    // The calls name the type. A macro of the user's own may define items that are visible outside,
    // which is not possible for a deprecated type.
    if subject.deprecated { quote!(#[allow(deprecated)] const _: () = { #calls };) } else { calls }
}

/// The check that the feature `problem` is on, for the first key that needs it. A named integration
/// turns it on, and reports its own feature if that is off. A header field with a constant value needs
/// no feature: it is in the table, and a 401 must have one without `std` too.
pub fn needs_problem(checked: &Checked) -> Option<TokenStream> {
    let mut integrations = checked.subject.attributes.integrations.iter();
    if integrations.any(|integration| matches!(integration, Integration::Named(_))) {
        return None;
    }
    let of_type = &checked.subject.attributes;
    let body = of_type.body.as_ref().map(|it| ("body = …", it.key.span()));
    let decode = of_type.decode.as_ref().map(|key| ("decode", key.span()));
    let of_each = &checked.subject.attributes.of_each;
    let of_variants = checked.variants.iter().map(|variant| &variant.attributes);
    let mut of_statuses = std::iter::once(of_each).chain(of_variants).filter_map(|attributes| {
        let from_field = |it: &&Header| matches!(it.value, TextValue::Field(_));
        let header = attributes.headers.iter().find(from_field);
        let header = header.map(|it| ("header(\"…\" = field)", it.key.span()));
        let members = attributes.members.first().map(|it| ("members(…)", it.tokens.span()));
        let detail = attributes.detail.as_ref().map(|it| ("detail = …", it.key.span()));
        header.or(members).or(detail)
    });
    let (key, span) = body.or(decode).or_else(|| of_statuses.next())?;
    let krate = krate_at(&checked.subject, span);
    Some(quote_spanned!(span=> #krate::__private::needs_problem! { #key }))
}
