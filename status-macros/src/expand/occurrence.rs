//! What one occurrence adds to its status: header fields, members, a detail, a body
//! and its source.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Lifetime, Member};

use super::paths::{krate, krate_at, own_span};
use super::pattern::{bind, binding, pattern};
use crate::defaults;
use crate::members::{self, Value};
use crate::model::{Checked, Status, Subject, TextValue, Variant};
use crate::types;

/// The methods of `HttpStatus` that exist only with status-core's feature `problem`. Its macro
/// `if_problem` knows whether that is on.
pub fn occurrence(checked: &Checked) -> TokenStream {
    let krate = krate(&checked.subject);
    let header_fields = method(checked, "header_fields", "HeaderFields", header_fields);
    let members = method(checked, "members", "Members", members);
    let detail = detail(checked);
    let body = body(checked);
    quote! {
        #krate::__private::if_problem! {
            #header_fields
            #members
            #detail
            #body

            fn source_error(
                &self,
            ) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                use #krate::__private::NoSource as _;
                #krate::__private::SourceOf(self).source_error()
            }
        }
    }
}

/// One of the two methods that add to a parameter, or nothing if no variant adds anything. `adds`
/// gives the statements for a variant that adds something of its own, and binds the fields that
/// they use.
fn method(checked: &Checked, name: &str, ty: &str, adds: Adds) -> TokenStream {
    let subject = &checked.subject;
    let krate = krate(subject);
    let parameter = Ident::new("__added", Span::mixed_site());
    let arms = checked.variants.iter().filter_map(|variant| {
        let mut fields = Vec::new();
        let Status::Transparent { delegate, fallback } = &variant.status else {
            let adds = adds(subject, variant, &parameter, &mut fields)?;
            let pattern = pattern(subject, variant, &fields.iter().collect::<Vec<_>>());
            return Some(quote!(#pattern => { #adds }));
        };
        let span = own_span(delegate.ty.span());
        let krate = krate_at(subject, span);
        let field = bind(delegate.member.clone(), &mut fields);
        let field = Ident::new(&field.to_string(), span);
        // With the same spans as in `status`, rustc reports a type without a status only once.
        let (method, added) = (Ident::new(name, span), Ident::new("__added", span));
        let call = quote_spanned!(span=> #krate::HttpStatus::#method(#field, #added));
        let call = match fallback {
            None => call,
            Some(_) => {
                let adds = adds(subject, variant, &parameter, &mut fields);
                if_some(&field, &call, &quote!({ #adds }))
            }
        };
        let pattern = pattern(subject, variant, &fields.iter().collect::<Vec<_>>());
        Some(quote!(#pattern => #call,))
    });
    let arms: Vec<TokenStream> = arms.collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let others = (arms.len() < checked.variants.len()).then(|| quote!(_ => {}));
    let (method, ty) = (format_ident!("{name}"), format_ident!("{ty}"));
    quote! {
        fn #method(&self, #parameter: &mut #krate::problem::#ty<'_>) {
            match self { #(#arms)* #others }
        }
    }
}

type Adds = fn(&Subject, &Variant<Status>, &Ident, &mut Vec<Member>) -> Option<TokenStream>;

/// `some` for the value of a field that is an `Option`, and `none` for `None`.
fn if_some(field: &Ident, some: &TokenStream, none: &TokenStream) -> TokenStream {
    quote! {
        match #field {
            ::core::option::Option::Some(#field) => #some,
            ::core::option::Option::None => #none,
        }
    }
}

fn header_fields(
    subject: &Subject,
    variant: &Variant<Status>,
    parameter: &Ident,
    fields: &mut Vec<Member>,
) -> Option<TokenStream> {
    let mut headers = defaults::headers(subject, variant).peekable();
    headers.peek()?;
    let calls = headers.map(|header| {
        let name = &header.name;
        match &header.value {
            TextValue::Literal(value) => quote!(#parameter.append(#name, #value);),
            TextValue::Field(member) => {
                let field = bind(member.clone(), fields);
                quote_spanned!(own_span(member.span())=> #parameter.append(#name, #field);)
            }
        }
    });
    Some(calls.collect())
}

/// Skips the constant members of a row, which are part of its body.
fn members(
    subject: &Subject,
    variant: &Variant<Status>,
    parameter: &Ident,
    fields: &mut Vec<Member>,
) -> Option<TokenStream> {
    let is_row = variant.row().is_some();
    let calls = members::of(subject, variant).filter_map(|(item, value)| {
        let name = &item.name;
        match value {
            Value::Field(member) => {
                let field = bind(member, fields);
                Some(quote_spanned!(field.span()=> #parameter.insert(#name, #field);))
            }
            Value::Literal(literal) if !is_row => {
                Some(quote!(#parameter.insert(#name, &#literal);))
            }
            Value::Literal(_) | Value::Slug => None,
        }
    });
    let calls: TokenStream = calls.collect();
    (!calls.is_empty()).then_some(calls)
}

/// The method that replaces the detail, or nothing if no variant replaces it.
fn detail(checked: &Checked) -> TokenStream {
    let subject = &checked.subject;
    let krate = krate(subject);
    let names = ["__status", "__message"];
    let [status, message] = names.map(|name| Ident::new(name, Span::mixed_site()));
    let lifetime = Lifetime::new("'__a", Span::mixed_site());
    let by_default = quote!(#krate::__private::exposed(#status, #message));
    let arms = checked.variants.iter().filter_map(|variant| {
        let mut fields = Vec::new();
        let attributes = &variant.attributes;
        let own = attributes.detail.as_ref();
        let own = own.map(|detail| own_detail(subject, variant, &detail.value, &mut fields));
        let is_redacted = attributes.exposure.as_ref().is_some_and(|exposure| !exposure.exposed);
        let arm = match (&variant.status, own) {
            (_, Some(own)) => own,
            (Status::Row(_) | Status::Dynamic(_), None) => return None,
            // Without this, the status of the field could expose the message.
            (Status::Transparent { .. }, None) if is_redacted => {
                quote!(::core::option::Option::None)
            }
            (Status::Transparent { delegate, fallback }, None) => {
                let span = own_span(delegate.ty.span());
                let krate = krate_at(subject, span);
                let field = bind(delegate.member.clone(), &mut fields);
                let field = Ident::new(&field.to_string(), span);
                let [status, message] = names.map(|name| Ident::new(name, span));
                let call =
                    quote_spanned!(span=> #krate::HttpStatus::detail(#field, #status, #message));
                match fallback {
                    None => call,
                    Some(_) => if_some(&field, &call, &by_default),
                }
            }
        };
        let pattern = pattern(subject, variant, &fields.iter().collect::<Vec<_>>());
        Some(quote!(#pattern => #arm,))
    });
    let arms: Vec<TokenStream> = arms.collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let others = (arms.len() < checked.variants.len()).then(|| quote!(_ => #by_default,));
    quote! {
        fn detail<#lifetime>(
            &#lifetime self,
            #status: &'static #krate::Status,
            #message: &#lifetime dyn ::core::fmt::Display,
        ) -> ::core::option::Option<&#lifetime dyn ::core::fmt::Display> {
            match self { #(#arms)* #others }
        }
    }
}

fn own_detail(
    subject: &Subject,
    variant: &Variant<Status>,
    value: &TextValue,
    fields: &mut Vec<Member>,
) -> TokenStream {
    match value {
        TextValue::Literal(text) => quote!(::core::option::Option::Some(&#text)),
        TextValue::Field(member) => {
            let field = bind(member.clone(), fields);
            let span = own_span(member.span());
            let krate = krate_at(subject, span);
            let is_option = variant.field(member).is_some_and(|ty| types::in_option(ty).is_some());
            let field = if is_option {
                quote_spanned!(span=> ::core::option::Option::as_ref(#field))
            } else {
                quote_spanned!(span=> ::core::option::Option::Some(#field))
            };
            quote_spanned!(span=> ::core::option::Option::map(#field, #krate::__private::text))
        }
    }
}

/// The method that returns the body function of the type, or of its transparent fields. Nothing if
/// it has neither.
fn body(checked: &Checked) -> TokenStream {
    let subject = &checked.subject;
    if let Some(body) = &subject.attributes.body {
        return body_method(subject, &own_body(subject, &body.path));
    }
    let arms = checked.variants.iter().filter_map(|variant| {
        let Status::Transparent { delegate, fallback } = &variant.status else { return None };
        let span = own_span(delegate.ty.span());
        let krate = krate_at(subject, span);
        let field = binding(0, span);
        let call = quote_spanned!(span=> #krate::HttpStatus::body(#field));
        let call = match fallback {
            None => call,
            Some(_) => if_some(&field, &call, &quote!(::core::option::Option::None)),
        };
        let pattern = pattern(subject, variant, &[&delegate.member]);
        Some(quote!(#pattern => #call,))
    });
    let arms: Vec<TokenStream> = arms.collect();
    if arms.is_empty() {
        return TokenStream::new();
    }
    let others =
        (arms.len() < checked.variants.len()).then(|| quote!(_ => ::core::option::Option::None,));
    body_method(subject, &quote!(match self { #(#arms)* #others }))
}

/// The method `body` of a table.
pub fn body_of_table(subject: &Subject) -> Option<TokenStream> {
    let krate = krate(subject);
    let body = subject.attributes.body.as_ref()?;
    let method = body_method(subject, &own_body(subject, &body.path));
    Some(quote!(#krate::__private::if_problem! { #method }))
}

fn own_body(subject: &Subject, path: &ExprPath) -> TokenStream {
    let span = own_span(path.span());
    let krate = krate_at(subject, span);
    quote_spanned!(span=> #krate::__private::body(#path))
}

fn body_method(subject: &Subject, function: &TokenStream) -> TokenStream {
    let krate = krate(subject);
    quote! {
        fn body(&self) -> ::core::option::Option<#krate::problem::BodyFn> {
            #function
        }
    }
}
