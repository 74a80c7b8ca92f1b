//! What one occurrence adds to its status: header fields, members and its source.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Member;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::paths::{krate, krate_at, own_span};
use super::pattern::{binding, pattern};
use crate::model::{Checked, HeaderValue, Status, Subject, Variant};

/// The methods of `HttpStatus` that exist only with status-core's feature `problem`. Its macro
/// `if_problem` knows whether that is on.
pub fn occurrence(checked: &Checked) -> TokenStream {
    let krate = krate(&checked.subject);
    let header_fields = method(checked, "header_fields", "HeaderFields", header_fields);
    let members = method(checked, "members", "Members", members);
    quote! {
        #krate::__private::if_problem! {
            #header_fields
            #members

            fn source_error(
                &self,
            ) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                use #krate::__private::NoSource as _;
                #krate::__private::SourceOf(self).source_error()
            }
        }
    }
}

/// One of the two methods, or nothing if no variant adds anything. `arm` gives the arm of a variant
/// that adds something of its own to the parameter.
fn method(
    checked: &Checked,
    name: &str,
    ty: &str,
    arm: fn(&Subject, &Variant<Status>, &Ident) -> Option<TokenStream>,
) -> TokenStream {
    let subject = &checked.subject;
    let krate = krate(subject);
    let (method, ty) = (format_ident!("{name}"), format_ident!("{ty}"));
    let parameter = Ident::new("__added", Span::mixed_site());
    let arms = checked.variants.iter().filter_map(|variant| {
        let Status::Transparent(delegate) = &variant.status else {
            return arm(subject, variant, &parameter);
        };
        let pattern = pattern(subject, variant, &[&delegate.member]);
        let span = own_span(delegate.ty.span());
        let krate = krate_at(subject, span);
        let field = binding(0, span);
        // With the same spans as in `status`, rustc reports a type without a status only once.
        let (method, parameter) = (Ident::new(name, span), Ident::new("__added", span));
        let call = quote_spanned!(span=> #krate::HttpStatus::#method(#field, #parameter));
        Some(quote!(#pattern => #call,))
    });
    let arms: Vec<TokenStream> = arms.collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let others = (arms.len() < checked.variants.len()).then(|| quote!(_ => {}));
    quote! {
        fn #method(&self, #parameter: &mut #krate::problem::#ty<'_>) {
            match self { #(#arms)* #others }
        }
    }
}

fn header_fields(
    subject: &Subject,
    variant: &Variant<Status>,
    parameter: &Ident,
) -> Option<TokenStream> {
    if variant.attributes.headers.is_empty() {
        return None;
    }
    let mut fields = Vec::new();
    let calls = variant.attributes.headers.iter().map(|header| {
        let name = &header.name;
        match &header.value {
            HeaderValue::Literal(value) => quote!(#parameter.append(#name, #value);),
            HeaderValue::Field(member) => {
                let field = binding(fields.len(), member.span());
                fields.push(member);
                quote_spanned!(own_span(member.span())=> #parameter.append(#name, #field);)
            }
        }
    });
    let calls: TokenStream = calls.collect();
    let pattern = pattern(subject, variant, &fields);
    Some(quote!(#pattern => { #calls }))
}

fn members(subject: &Subject, variant: &Variant<Status>, parameter: &Ident) -> Option<TokenStream> {
    let members = &variant.attributes.members;
    if members.is_empty() {
        return None;
    }
    let calls = members.iter().enumerate().map(|(index, member)| {
        let name = member.unraw().to_string();
        let field = binding(index, member.span());
        quote_spanned!(own_span(member.span())=> #parameter.insert(#name, #field);)
    });
    let calls: TokenStream = calls.collect();
    let fields: Vec<Member> = members.iter().cloned().map(Member::Named).collect();
    let pattern = pattern(subject, variant, &fields.iter().collect::<Vec<_>>());
    Some(quote!(#pattern => { #calls }))
}
