//! The calls of integrations.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

use super::bounds::predicates;
use super::{allow_deprecated, krate, krate_at};
use crate::ast::{Input, Integration};

/// A macro call for each integration, at the user's own tokens: where one is missing, or its feature
/// is off, the error points there.
pub fn integrations(input: &Input) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    // Without their angle brackets and with a comma at the end, so that a framework's lifetimes can
    // go before them and its types behind.
    let params: Vec<TokenTree> = impl_generics.to_token_stream().into_iter().collect();
    let params: TokenStream = match params.as_slice() {
        [_, params @ .., _] => {
            let params = params.iter().cloned().collect::<TokenStream>();
            let ends =
                params.clone().into_iter().last().is_some_and(|last| last.to_string() == ",");
            let comma = (!params.is_empty() && !ends).then(|| quote!(,));
            quote!(#params #comma)
        }
        _ => TokenStream::new(),
    };
    let predicates = predicates(input);
    let subject = quote!(impl[#params] for #ident #ty_generics where[#predicates]);
    // Whether a generic type can become a response depends on what it stands for. One that is not
    // generic is asked where it is used, for a bound that never holds has an error of its own. By its
    // name, for the `impl` may be one of another type: `From<Type> for Response`.
    let generic = input.generics.type_params().next().is_some();
    let occurrence = generic.then(|| quote!(#ident #ty_generics: #krate::problem::Occurrence,));
    let responding = quote!(impl[#params] for #ident #ty_generics where[#predicates #occurrence]);
    let named = input.attrs.integrations.iter().any(|i| matches!(i, Integration::Named(_)));
    let calls = input.attrs.integrations.iter().map(|integration| match integration {
        Integration::Named(name) => {
            let krate = krate_at(input, name.span());
            quote_spanned!(name.span()=> #krate::__private::#name! { #responding })
        }
        Integration::Macro(path) => quote!(#path! { #subject }),
    });
    let feature = needs_problem(input).filter(|_| !named);
    let calls = quote!(#(#calls)*);
    let calls = match allow_deprecated(input) {
        Some(allow) => quote!(#allow const _: () = { #calls };),
        None => calls,
    };
    quote!(#feature #calls)
}

/// The check that the feature which `header` and `members` need is there. A named integration brings
/// it along, and says so itself where its own feature is off.
fn needs_problem(input: &Input) -> Option<TokenStream> {
    let (key, span) = input.variants.iter().find_map(|variant| {
        let header = variant.attrs.headers.first().map(|header| ("header", header.key.span()));
        let member = variant.attrs.members.first().map(|member| ("members", member.span()));
        header.or(member)
    })?;
    let krate = krate_at(input, span);
    Some(quote_spanned!(span=> #krate::__private::needs_problem! { #key }))
}
