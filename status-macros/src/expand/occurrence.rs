//! What one occurrence adds to its status: header fields, members and its source.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::paths::{krate, krate_at, own_span};
use super::pattern::{bind, binding, pattern};
use crate::defaults;
use crate::members::{self, Value};
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
    let mut headers = defaults::headers(subject, variant).peekable();
    headers.peek()?;
    let mut fields = Vec::new();
    let calls = headers.map(|header| {
        let name = &header.name;
        match &header.value {
            HeaderValue::Literal(value) => quote!(#parameter.append(#name, #value);),
            HeaderValue::Field(member) => {
                let field = bind(member.clone(), &mut fields);
                quote_spanned!(own_span(member.span())=> #parameter.append(#name, #field);)
            }
        }
    });
    let calls: TokenStream = calls.collect();
    let pattern = pattern(subject, variant, &fields.iter().collect::<Vec<_>>());
    Some(quote!(#pattern => { #calls }))
}

fn members(subject: &Subject, variant: &Variant<Status>, parameter: &Ident) -> Option<TokenStream> {
    let mut fields = Vec::new();
    let calls = members::of(subject, variant).filter_map(|(item, value)| {
        let name = &item.name;
        let value = match value {
            Value::Field(member) => {
                let field = bind(member, &mut fields);
                return Some(quote_spanned!(field.span()=> #parameter.insert(#name, #field);));
            }
            Value::Literal(literal) => literal.to_token_stream(),
            // A dynamic variant has no slug.
            Value::Slug => variant.row()?.slug.to_token_stream(),
        };
        Some(quote!(#parameter.insert(#name, &#value);))
    });
    let calls: TokenStream = calls.collect();
    if calls.is_empty() {
        return None;
    }
    let pattern = pattern(subject, variant, &fields.iter().collect::<Vec<_>>());
    Some(quote!(#pattern => { #calls }))
}
