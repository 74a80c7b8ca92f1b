//! Patterns that bind the fields of a variant.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Fields, Member};

use super::paths::own_span;
use crate::model::{Kind, Subject, Variant, is_same};

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
    // Name fields as they are declared, because an attribute may say `type` for `r#type`, but at the
    // token of the attribute, so that an editor knows that it is the field.
    let names = members.iter().map(|member| {
        let mut declared = variant.fields.members();
        let mut name =
            declared.find(|name| is_same(name, member)).unwrap_or_else(|| (*member).clone());
        match &mut name {
            Member::Named(name) => name.set_span(member.span()),
            Member::Unnamed(index) => index.span = member.span(),
        }
        name
    });
    quote!(#path { #(#names: #bindings,)* .. })
}

/// The name that a field is bound to in the pattern for `fields`, to which it is added. A pattern
/// cannot bind one field twice.
pub fn bind(member: Member, fields: &mut Vec<Member>) -> Ident {
    let span = member.span();
    let index = fields.iter().position(|field| is_same(field, &member)).unwrap_or_else(|| {
        fields.push(member);
        fields.len() - 1
    });
    binding(index, span)
}

/// The name that a field is bound to. Its hygiene keeps it from clashing with the user's names, and
/// its location makes rustc report an error about the field at the user's token.
pub fn binding(index: usize, at: Span) -> Ident {
    Ident::new(&format!("__field{index}"), own_span(at))
}
