//! The parameters of a generic type, and what the expansion requires of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Type};

use super::paths::krate;
use crate::members::{self, Value};
use crate::model::{Checked, Detail, Dynamic, DynamicCode, Status, Subject, TextValue};
use crate::types;

/// The predicates of the `where` clause: the user's own, and what the macro requires of each generic
/// field that it uses. Each ends with a comma.
pub fn predicates(checked: &Checked) -> TokenStream {
    let subject = &checked.subject;
    let mut predicates = own_predicates(subject);
    if subject.generics.type_params().next().is_none() {
        return predicates;
    }
    let krate = krate(subject);
    let mut require = |ty: Option<&Type>, bound: TokenStream| {
        let Some(ty) = ty.filter(|ty| types::mentions_parameter(ty, &subject.generics)) else {
            return;
        };
        // A bound on a type that contains this one would require itself (E0275).
        if !types::mentions_self(ty, &subject.ident) {
            quote!(#ty: #krate::#bound,).to_tokens(&mut predicates);
        }
    };
    for variant in &checked.variants {
        match &variant.status {
            Status::Transparent { delegate, fallback } => {
                require(Some(&delegate.ty), quote!(HttpStatus));
                if fallback.is_none() {
                    continue;
                }
            }
            Status::Dynamic(Dynamic { code: DynamicCode::Field(member), .. }) => {
                let ty = variant.field(member);
                let ty = ty.map(|ty| types::in_option(ty).unwrap_or(ty));
                require(ty, quote!(__private::DynamicCode));
            }
            Status::Dynamic(_) | Status::Row(_) => {}
        }
        for header in &variant.attributes.headers {
            if let TextValue::Field(member) = &header.value {
                require(variant.field(member), quote!(__private::FieldValue));
            }
        }
        for (_, value) in members::of(subject, variant) {
            if let Value::Field(member) = value {
                require(variant.field(&member), quote!(__private::Member));
            }
        }
        if let Some(Detail { value: TextValue::Field(member), .. }) = &variant.attributes.detail {
            let ty = variant.field(member);
            require(ty.map(|ty| types::in_option(ty).unwrap_or(ty)), quote!(__private::DetailText));
        }
    }
    predicates
}

/// The user's own predicates, each with a comma.
pub fn own_predicates(subject: &Subject) -> TokenStream {
    let Some(clause) = &subject.generics.where_clause else { return TokenStream::new() };
    let predicates = clause.predicates.iter();
    quote!(#(#predicates,)*)
}

pub fn where_clause(predicates: &TokenStream) -> TokenStream {
    if predicates.is_empty() { TokenStream::new() } else { quote!(where #predicates) }
}

/// The parameters as arguments of the type: `<'a, T, { N }>`. Without the braces, a const parameter
/// is taken for a type of the same name (E0747).
pub fn arguments(generics: &Generics) -> TokenStream {
    if generics.params.is_empty() {
        return TokenStream::new();
    }
    let arguments = generics.params.iter().map(|param| match param {
        GenericParam::Lifetime(param) => param.lifetime.to_token_stream(),
        GenericParam::Type(param) => param.ident.to_token_stream(),
        GenericParam::Const(param) => {
            let name = &param.ident;
            quote!({ #name })
        }
    });
    quote!(<#(#arguments),*>)
}
