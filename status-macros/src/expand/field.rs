//! Patterns that bind the fields of a variant.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Fields, Member};

use super::inner;
use crate::ast::{Input, Kind, Variant};

/// A pattern for the variant that binds the fields `members`, in their order.
pub fn pattern<'a>(
    input: &Input,
    variant: &Variant,
    members: impl Iterator<Item = &'a Member>,
) -> TokenStream {
    let name = match input.kind {
        Kind::Struct => quote!(Self),
        Kind::Enum | Kind::Table(_) => {
            let ident = variant.ident;
            quote!(Self::#ident)
        }
    };
    if matches!(variant.fields, Fields::Unit) {
        return name;
    }
    let fields = members.enumerate().map(|(index, member)| {
        let binding = binding(index, member.span());
        quote!(#member: #binding,)
    });
    quote!(#name { #(#fields)* .. })
}

/// The name that a field is bound to: of mixed site, so that no binding of the user's can be it, and
/// located at the user's token, so that an error about it points there.
pub fn binding(index: usize, at: Span) -> Ident {
    Ident::new(&format!("__field{index}"), inner(at))
}
