//! The calls of integrations.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::bounds::predicates;
use super::{krate, krate_at};
use crate::ast::{Input, Integration};

/// A macro call for each integration, at the user's own tokens: where one is missing, or its feature
/// is off, the error points there.
pub fn integrations(input: &Input) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let (_, ty_generics) = input.generics.for_impl();
    // Without their angle brackets and with a comma at the end, so that a framework's lifetimes can
    // go before them and its types behind.
    let params = &input.generics.params;
    let params = quote!(#(#params,)*);
    let predicates = predicates(input);
    let subject =
        |bounds: &TokenStream| quote!(impl[#params] for #ident #ty_generics where[#bounds]);
    // Whether a generic type can become a response depends on what it stands for. One that is not
    // generic is asked where it is used, for a bound that never holds has an error of its own. By its
    // name, for the `impl` may be one of another type: `From<Type> for Response`.
    let generic = input.generics.has_types();
    let occurrence = generic.then(|| quote!(#ident #ty_generics: #krate::problem::Occurrence,));
    let responding = subject(&quote!(#predicates #occurrence));
    let subject = subject(&predicates);
    let mut named = false;
    let mut calls = TokenStream::new();
    for integration in &input.attrs.integrations {
        let call = match integration {
            Integration::Named(name) => {
                named = true;
                let krate = krate_at(input, name.span());
                quote_spanned!(name.span()=> #krate::__private::#name! { #responding })
            }
            Integration::Macro(path) => quote!(#path! { #subject }),
        };
        call.to_tokens(&mut calls);
    }
    let feature = if named { None } else { needs_problem(input) };
    // They name the type alone. A macro of the user's own may have items that are to be seen from outside, and
    // has to do without them where the type is deprecated.
    let calls = if input.deprecated {
        quote!(#[allow(deprecated)] const _: () = { #calls };)
    } else {
        calls
    };
    quote!(#feature #calls)
}

/// The check that the feature which `header` and `members` need is there. A named integration brings
/// it along, and says so itself where its own feature is off.
fn needs_problem(input: &Input) -> Option<TokenStream> {
    for variant in &input.variants {
        let (key, span) = match (variant.attrs.headers.first(), variant.attrs.members.first()) {
            (Some(header), _) => ("header", header.key.span()),
            (None, Some(member)) => ("members", member.span()),
            (None, None) => continue,
        };
        let krate = krate_at(input, span);
        return Some(quote_spanned!(span=> #krate::__private::needs_problem! { #key }));
    }
    None
}
