//! `Decode`: the error that a client gets back from a problem.

use std::cmp::Reverse;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::bounds::{arguments, own_predicates, where_clause};
use super::paths::{krate, own_span};
use crate::defaults;
use crate::model::{Checked, Delegate, Kind, Origin as _, Status, Subject, Variant};
use crate::received::{ProblemOf, Received, problems, received};
use crate::types;

/// The implementation for a type that says `decode`.
pub fn decode(checked: &Checked) -> Option<TokenStream> {
    let subject = &checked.subject;
    subject.attributes.decode.as_ref()?;
    let krate = krate(subject);
    // Of the macro's own: no item of the user's captures these names.
    let own = Span::mixed_site();
    let decoded = checked.variants.iter().filter(|it| it.attributes.skip_decode.is_none());
    let mut rows = 0;
    let (mut by_row, mut by_delegate, mut by_code) = (Vec::new(), Vec::new(), Vec::new());
    let mut bounds = own_predicates(subject);
    for variant in &checked.variants {
        let row = variant.row().map(|row| {
            rows += 1;
            (Literal::usize_unsuffixed(rows - 1), row)
        });
        if variant.attributes.skip_decode.is_some() {
            continue;
        }
        bounds.extend(predicates(subject, variant));
        if let Some((index, row)) = row {
            // Of several variants with one code, the constant members tell which it is.
            let same = decoded.clone().filter_map(Variant::row);
            let same = same.filter(|it| it.code.value == row.code.value);
            let exact = subject.attributes.type_base.is_none() && same.count() > 1;
            let value = value(subject, variant);
            let matched = quote_spanned! {own=>
                if let ::core::option::Option::Some(__error) = __received.row(
                    &__STATUSES[#index],
                    #exact,
                    |__from| ::core::option::Option::Some(#value),
                ) {
                    return ::core::option::Option::Some(__error);
                }
            };
            by_row.push((row.constants.len(), matched));
        }
        match &variant.status {
            Status::Row(_) => {}
            Status::Transparent { delegate, .. } => {
                by_delegate.push(transparent(subject, variant, delegate));
            }
            Status::Dynamic(_) => {
                let value = value(subject, variant);
                let (start, end) = defaults::range(subject);
                // It has no slug.
                let constants = defaults::constant_members(subject, variant, "");
                let given = constants.iter().map(|(name, json)| quote!((#name, #json)));
                let matched = quote_spanned! {own=>
                    if let ::core::option::Option::Some(__error) = __received.any(
                        #start..=#end,
                        &[#(#given),*],
                        |__from| ::core::option::Option::Some(#value),
                    ) {
                        return ::core::option::Option::Some(__error);
                    }
                };
                by_code.push((constants.len(), matched));
            }
        }
    }
    // A variant without constant members matches whatever one with them does.
    for matched in [&mut by_row, &mut by_code] {
        matched.sort_by_key(|(constants, _)| Reverse(*constants));
    }
    let by_row = by_row.iter().map(|(_, matched)| matched);
    let by_code = by_code.iter().map(|(_, matched)| matched);
    let body = quote_spanned! {own=>
        static __DEFINITION: #krate::__private::Definition = #krate::__private::Definition::here();
        let mut __received =
            #krate::__private::Received::new::<Self>(__problem, __decoding, &__DEFINITION)?;
        #(#by_row)*
        #(#by_delegate)*
        #(#by_code)*
        ::core::option::Option::None
    };
    Some(impls(subject, &bounds, &body))
}

/// Both traits, with the body of `__decode`.
pub fn impls(subject: &Subject, bounds: &TokenStream, body: &TokenStream) -> TokenStream {
    let (krate, ident) = (krate(subject), &subject.ident);
    let [problem, decoding] =
        ["__problem", "__decoding"].map(|name| Ident::new(name, Span::mixed_site()));
    let (impl_generics, _, _) = subject.generics.split_for_impl();
    let arguments = arguments(&subject.generics);
    let bounds = where_clause(bounds);
    quote! {
        #krate::__private::if_problem! {
            #[automatically_derived]
            impl #impl_generics #krate::problem::Decode for #ident #arguments #bounds {
                fn decode(
                    #problem: #krate::problem::Problem,
                ) -> ::core::result::Result<Self, #krate::problem::Problem> {
                    #krate::__private::Decoding::run(#problem, #krate::problem::Decode::__decode)
                }

                fn __decode(
                    #problem: &mut #krate::problem::Problem,
                    #decoding: &mut #krate::__private::Decoding,
                ) -> ::core::option::Option<Self> {
                    #body
                }
            }

            #[automatically_derived]
            impl #impl_generics ::core::convert::TryFrom<#krate::problem::Problem>
                for #ident #arguments
            #bounds
            {
                type Error = #krate::problem::Problem;

                fn try_from(
                    #problem: #krate::problem::Problem,
                ) -> ::core::result::Result<Self, #krate::problem::Problem> {
                    #krate::problem::Decode::decode(#problem)
                }
            }
        }
    }
}

/// What generic fields have to implement.
fn predicates(subject: &Subject, variant: &Variant<Status>) -> TokenStream {
    let krate = krate(subject);
    let fields = variant.fields.members().zip(&variant.fields);
    let fields =
        fields.flat_map(|field| problems(variant).map(move |problem| (field.clone(), problem)));
    let bounds = fields.filter_map(|((member, field), problem)| {
        let ty = &field.ty;
        if !types::mentions_parameter(ty, &subject.generics)
            || types::mentions_self(ty, &subject.ident)
        {
            return None;
        }
        let (ty, bound) = match received(subject, variant, &member, problem)? {
            Received::Member(_) => (ty, quote!(#krate::problem::DecodeMember)),
            Received::Header(..) => (ty, quote!(#krate::problem::FromFieldValue)),
            Received::Detail => (ty, quote!(#krate::problem::FromDetail)),
            Received::Code => (ty, quote!(#krate::__private::FromCode)),
            Received::Delegate => {
                let inner = &variant.status.delegate()?.ty;
                (inner, quote!(#krate::problem::Decode))
            }
            Received::Default => (ty, quote!(::core::default::Default)),
        };
        Some(quote!(#ty: #bound,))
    });
    bounds.collect()
}

/// The variant, with its fields from the problem. A `transparent` field is `None`.
fn value(subject: &Subject, variant: &Variant<Status>) -> TokenStream {
    with_fields(subject, variant, &quote!(::core::option::Option::None), ProblemOf::Variant)
}

fn transparent(subject: &Subject, variant: &Variant<Status>, delegate: &Delegate) -> TokenStream {
    let span = own_span(delegate.ty.span());
    let (ty, own) = (&delegate.ty, Span::mixed_site());
    let field = match variant.row() {
        Some(_) => quote_spanned!(own=> ::core::option::Option::Some(__field)),
        None => quote_spanned!(own=> __field),
    };
    let value = with_fields(subject, variant, &field, ProblemOf::Field);
    let call = quote_spanned!(span=> delegate::<#ty, _>);
    let replaces_detail = variant.attributes.detail.is_some();
    quote_spanned! {own=>
        if let ::core::option::Option::Some(__error) = __received.#call(
            #replaces_detail,
            |__from, __field| ::core::option::Option::Some(#value),
        ) {
            return ::core::option::Option::Some(__error);
        }
    }
}

fn with_fields(
    subject: &Subject,
    variant: &Variant<Status>,
    delegate: &TokenStream,
    problem: ProblemOf,
) -> TokenStream {
    let path = match subject.kind {
        Kind::Struct => quote!(Self),
        Kind::Enum | Kind::Table(_) => {
            let name = &variant.ident;
            quote!(Self::#name)
        }
    };
    let fields = variant.fields.members().zip(&variant.fields);
    let fields = fields.map(|(member, field)| {
        let received = received(subject, variant, &member, problem);
        let value = field_value(received, &field.ty, delegate);
        quote!(#member: #value)
    });
    quote!(#path { #(#fields),* })
}

fn field_value(received: Option<Received>, ty: &Type, delegate: &TokenStream) -> TokenStream {
    let span = own_span(ty.span());
    match received {
        Some(Received::Member(name)) => quote_spanned!(span=> __from.member::<#ty>(#name)?),
        Some(Received::Header(name, before)) => {
            let before = Literal::usize_unsuffixed(before);
            quote_spanned!(span=> __from.header_field::<#ty>(#name, #before)?)
        }
        Some(Received::Detail) => quote_spanned!(span=> __from.detail::<#ty>()?),
        Some(Received::Code) => quote_spanned!(span=> __from.code::<#ty>()?),
        Some(Received::Delegate) => delegate.clone(),
        // The rule `decode` has refused any other field.
        Some(Received::Default) | None => {
            quote_spanned!(span=> <#ty as ::core::default::Default>::default())
        }
    }
}
