//! Patterns that bind the fields of a variant.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Fields, Member};

use super::paths::own_span;
use crate::model::{Kind, Subject, Variant};

/// A pattern for the variant that binds the fields `members`, in their order.
pub fn pattern<S>(subject: &Subject, variant: &Variant<S>, members: &[&Member]) -> TokenStream {
    let ident = &subject.ident;
    let path = match subject.kind {
        Kind::Struct => quote!(#ident),
        _ => {
            let name = &variant.ident;
            quote!(#ident::#name)
        }
    };
    if let Fields::Unit = variant.fields {
        return path;
    }
    let bindings = members.iter().enumerate().map(|(index, member)| binding(index, member.span()));
    quote!(#path { #(#members: #bindings,)* .. })
}

/// The name that a field is bound to. Its hygiene keeps it from clashing with the user's names, and
/// its location makes rustc report an error about the field at the user's token.
pub fn binding(index: usize, at: Span) -> Ident {
    Ident::new(&format!("__field{index}"), own_span(at))
}
