//! What one occurrence adds: its header fields, its members and its source.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Member;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::field::{binding, pattern};
use super::{inner, krate, krate_at};
use crate::ast::{HeaderValue, Input, Source, Variant};

/// The methods that say what one occurrence adds. They exist under status-core's feature
/// `problem` alone, which its macro `if_problem` knows.
pub fn occurrence(input: &Input) -> TokenStream {
    let krate = krate(input);
    let sink = Ident::new("__sink", Span::mixed_site());
    let fields = method(input, "header_fields", &sink, |variant| {
        if variant.attrs.headers.is_empty() {
            return None;
        }
        let values = variant.attrs.headers.iter().filter_map(|header| match &header.value {
            HeaderValue::Field(member) => Some(member),
            HeaderValue::Literal(_) => None,
        });
        let pattern = pattern(input, variant, &values.collect::<Vec<_>>());
        let mut bound = 0..;
        let calls = variant.attrs.headers.iter().map(|header| {
            let name = &header.name;
            match &header.value {
                HeaderValue::Literal(value) => quote!(#sink.append(#name, #value);),
                HeaderValue::Field(member) => {
                    let field = binding(bound.next().unwrap_or_default(), member.span());
                    quote_spanned!(inner(member.span())=> #sink.append(#name, #field);)
                }
            }
        });
        Some(quote!(#pattern => { #(#calls)* }))
    });
    let members = method(input, "members", &sink, |variant| {
        if variant.attrs.members.is_empty() {
            return None;
        }
        let named: Vec<Member> = variant.attrs.members.iter().cloned().map(Member::Named).collect();
        let pattern = pattern(input, variant, &named.iter().collect::<Vec<_>>());
        let calls = variant.attrs.members.iter().enumerate().map(|(index, member)| {
            let name = member.unraw().to_string();
            let field = binding(index, member.span());
            quote_spanned!(inner(member.span())=> #sink.insert(#name, #field);)
        });
        Some(quote!(#pattern => { #(#calls)* }))
    });
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

/// One of the two methods for a response, or nothing where no variant has anything for it.
fn method(
    input: &Input,
    name: &str,
    sink: &Ident,
    arm: impl Fn(&Variant) -> Option<TokenStream>,
) -> TokenStream {
    let krate = krate(input);
    let method = Ident::new(name, Span::call_site());
    let ty =
        Ident::new(if name == "members" { "Members" } else { "HeaderFields" }, Span::call_site());
    let mut arms: Vec<TokenStream> = Vec::new();
    for variant in &input.variants {
        if let Source::Transparent(delegate) = &variant.source {
            let pattern = pattern(input, variant, &[&delegate.member]);
            let span = inner(delegate.ty.span());
            let krate = krate_at(input, span);
            let field = binding(0, span);
            // The same tokens as in `status_arm`: one type without a status is one error.
            let (method, sink) = (Ident::new(name, span), Ident::new(&sink.to_string(), span));
            let call = quote_spanned!(span=> #krate::HttpStatus::#method(#field, #sink));
            arms.push(quote!(#pattern => #call,));
        } else {
            arms.extend(arm(variant));
        }
    }
    if arms.is_empty() {
        return TokenStream::new();
    }
    if arms.len() < input.variants.len() {
        arms.push(quote!(_ => {}));
    }
    quote! {
        fn #method(&self, #sink: &mut #krate::problem::#ty<'_>) {
            match self { #(#arms)* }
        }
    }
}
