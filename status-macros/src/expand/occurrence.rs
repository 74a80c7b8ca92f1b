//! What one occurrence adds: its header fields, its members and its source.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::field::{binding, pattern};
use super::{inner, krate, krate_at};
use crate::ast::{HeaderValue, Input, Source, Variant};
use crate::syntax::Member;

/// The methods that say what one occurrence adds. They exist under status-core's feature
/// `problem` alone, which its macro `if_problem` knows.
pub fn occurrence(input: &Input) -> TokenStream {
    let krate = krate(input);
    let sink = Ident::new("__sink", Span::mixed_site());
    let fields = method(input, "header_fields", &sink, header_fields);
    let members = method(input, "members", &sink, members);
    quote! {
        #krate::__private::if_problem! {
            #fields
            #members

            fn source_error(
                &self,
            ) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                use #krate::__private::NoError as _;
                #krate::__private::Of(self).source_error()
            }
        }
    }
}

/// The arm of a variant that has header fields.
fn header_fields(input: &Input, variant: &Variant, sink: &Ident) -> Option<TokenStream> {
    if variant.attrs.headers.is_empty() {
        return None;
    }
    let mut values = Vec::new();
    let mut calls = TokenStream::new();
    for header in &variant.attrs.headers {
        let name = &header.name;
        let call = match &header.value {
            HeaderValue::Literal(value) => quote!(#sink.append(#name, #value);),
            HeaderValue::Field(member) => {
                let field = binding(values.len(), member.span());
                values.push(member);
                quote_spanned!(inner(member.span())=> #sink.append(#name, #field);)
            }
        };
        call.to_tokens(&mut calls);
    }
    let pattern = pattern(input, variant, &values);
    Some(quote!(#pattern => { #calls }))
}

/// The arm of a variant that has members.
fn members(input: &Input, variant: &Variant, sink: &Ident) -> Option<TokenStream> {
    if variant.attrs.members.is_empty() {
        return None;
    }
    let mut named = Vec::new();
    let mut calls = TokenStream::new();
    for (index, member) in variant.attrs.members.iter().enumerate() {
        let name = member.unraw().to_string();
        let field = binding(index, member.span());
        let call = quote_spanned!(inner(member.span())=> #sink.insert(#name, #field););
        call.to_tokens(&mut calls);
        named.push(Member::Named(member.clone()));
    }
    let pattern = pattern(input, variant, &named.iter().collect::<Vec<_>>());
    Some(quote!(#pattern => { #calls }))
}

/// One of the two methods for a response, or nothing where no variant has anything for it.
fn method(
    input: &Input,
    name: &str,
    sink: &Ident,
    arm: fn(&Input, &Variant, &Ident) -> Option<TokenStream>,
) -> TokenStream {
    let krate = krate(input);
    let method = Ident::new(name, Span::call_site());
    let ty =
        Ident::new(if name == "members" { "Members" } else { "HeaderFields" }, Span::call_site());
    let mut arms = TokenStream::new();
    let mut count = 0;
    for variant in &input.variants {
        let arm = if let Source::Transparent(delegate) = &variant.source {
            let pattern = pattern(input, variant, &[&delegate.member]);
            let span = inner(delegate.ty.span());
            let krate = krate_at(input, span);
            let field = binding(0, span);
            // The same tokens as in `transparent`: one type without a status is one error.
            let (method, sink) = (Ident::new(name, span), Ident::new(&sink.to_string(), span));
            let call = quote_spanned!(span=> #krate::HttpStatus::#method(#field, #sink));
            quote!(#pattern => #call,)
        } else if let Some(arm) = arm(input, variant, sink) {
            arm
        } else {
            continue;
        };
        arm.to_tokens(&mut arms);
        count += 1;
    }
    if count == 0 {
        return TokenStream::new();
    }
    let others = (count < input.variants.len()).then(|| quote!(_ => {}));
    quote! {
        fn #method(&self, #sink: &mut #krate::problem::#ty<'_>) {
            match self { #arms #others }
        }
    }
}
