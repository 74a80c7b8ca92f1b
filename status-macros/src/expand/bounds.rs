//! What a generic type asks of its parameters.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::krate;
use crate::ast::{HeaderValue, Input, Source};
use crate::syntax::{Member, Type};

/// The user's `where` clause, and what the fields that we use must be able to do where their type is
/// generic.
pub fn bounds(input: &Input) -> TokenStream {
    let predicates = predicates(input);
    if predicates.is_empty() { TokenStream::new() } else { quote!(where #predicates) }
}

pub fn predicates(input: &Input) -> TokenStream {
    let mut predicates = input.generics.predicates.clone();
    if !input.generics.has_types() {
        return predicates;
    }
    let krate = krate(input);
    let mut need = |ty: Option<&Type>, bound: TokenStream| {
        if let Some(ty) = ty.filter(|ty| input.mentions_parameter(ty)) {
            quote!(#ty: #krate::#bound,).to_tokens(&mut predicates);
        }
    };
    for variant in &input.variants {
        match &variant.source {
            Source::Transparent(delegate) => need(Some(delegate.ty), quote!(HttpStatus)),
            Source::Dynamic(dynamic) => need(Some(dynamic.ty), quote!(__private::DynamicCode)),
            Source::Code(_) | Source::Missing | Source::BadCode | Source::Broken => {}
        }
        for header in &variant.attrs.headers {
            if let HeaderValue::Field(member) = &header.value {
                need(variant.field(member), quote!(__private::FieldValue));
            }
        }
        for member in &variant.attrs.members {
            let member = Member::Named(member.clone());
            need(variant.field(&member), quote!(__private::Member));
        }
    }
    predicates
}
