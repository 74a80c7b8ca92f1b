//! Patterns that bind the fields of a variant.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Token;
use syn::spanned::Spanned;

use super::inner;
use crate::ast::{Input, Kind, Variant};
use crate::syntax::Member;

/// A pattern for the variant that binds the fields `members`, in their order.
pub fn pattern(input: &Input, variant: &Variant, members: &[&Member]) -> TokenStream {
    let mut tokens = TokenStream::new();
    add_pattern(input, variant, members, &mut tokens);
    tokens
}

/// The same behind other tokens. It names the type: behind `Self`, the compiler would look through all
/// variants for each of them.
pub fn add_pattern(
    input: &Input,
    variant: &Variant,
    members: &[&Member],
    tokens: &mut TokenStream,
) {
    input.ident.to_tokens(tokens);
    if !matches!(input.kind, Kind::Struct) {
        <Token![::]>::default().to_tokens(tokens);
        variant.ident.to_tokens(tokens);
    }
    if variant.fields.is_unit {
        return;
    }
    let mut fields = TokenStream::new();
    for (index, member) in members.iter().enumerate() {
        let binding = binding(index, member.span());
        quote!(#member: #binding,).to_tokens(&mut fields);
    }
    quote!({ #fields .. }).to_tokens(tokens);
}

/// The name that a field is bound to: of mixed site, so that no binding of the user's can be it, and
/// located at the user's token, so that an error about it points there.
pub fn binding(index: usize, at: Span) -> Ident {
    Ident::new(&format!("__field{index}"), inner(at))
}
