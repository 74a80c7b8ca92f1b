//! What a generic type asks of its parameters.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Member;

use super::krate;
use crate::ast::{HeaderValue, Input, Source};

/// The user's `where` clause, and what the fields that we use must be able to do where their type is
/// generic.
pub fn bounds(input: &Input) -> TokenStream {
    let predicates = predicates(input);
    if predicates.is_empty() { TokenStream::new() } else { quote!(where #predicates) }
}

pub fn predicates(input: &Input) -> TokenStream {
    let krate = krate(input);
    let own = input.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let mut predicates = quote!(#(#own,)*);
    if input.generics.type_params().next().is_none() {
        return predicates;
    }
    for variant in &input.variants {
        let mut needs = Vec::new();
        match &variant.source {
            Source::Transparent(delegate) => needs.push((delegate.ty, quote!(#krate::HttpStatus))),
            Source::Dynamic(dynamic) => {
                needs.push((dynamic.ty, quote!(#krate::__private::DynamicCode)));
            }
            Source::Code(_) | Source::Missing | Source::BadCode | Source::Broken => {}
        }
        for header in &variant.attrs.headers {
            if let HeaderValue::Field(member) = &header.value {
                let ty = variant.field(member);
                needs.extend(ty.map(|ty| (ty, quote!(#krate::__private::FieldValue))));
            }
        }
        for member in &variant.attrs.members {
            let ty = variant.field(&Member::Named(member.clone()));
            needs.extend(ty.map(|ty| (ty, quote!(#krate::__private::Member))));
        }
        let generic = needs.iter().filter(|(ty, _)| input.mentions_parameter(*ty));
        predicates.extend(generic.map(|(ty, bound)| quote!(#ty: #bound,)));
    }
    predicates
}
