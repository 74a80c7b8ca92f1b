//! The traits of a plain value, which `status_table!` derives, and those that its user derives.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::Meta;

/// The traits that every table has, by name.
pub fn plain_traits() -> [(&'static str, TokenStream); 8] {
    [
        ("Debug", quote!(::core::fmt::Debug)),
        ("Clone", quote!(::core::clone::Clone)),
        ("Copy", quote!(::core::marker::Copy)),
        ("PartialEq", quote!(::core::cmp::PartialEq)),
        ("Eq", quote!(::core::cmp::Eq)),
        ("PartialOrd", quote!(::core::cmp::PartialOrd)),
        ("Ord", quote!(::core::cmp::Ord)),
        ("Hash", quote!(::core::hash::Hash)),
    ]
}

/// The names of the traits in a `derive(…)`: the last word of each path. rustc reports a malformed
/// list.
pub fn derived(meta: &Meta) -> Vec<String> {
    let Meta::List(meta) = meta else { return Vec::new() };
    if !meta.path.is_ident("derive") {
        return Vec::new();
    }
    let (mut derived, mut last) = (Vec::new(), None);
    for token in meta.tokens.clone() {
        match token {
            TokenTree::Ident(ident) => last = Some(ident.to_string()),
            TokenTree::Punct(punct) if punct.as_char() == ',' => derived.extend(last.take()),
            _ => {}
        }
    }
    derived.extend(last);
    derived
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::derived;

    #[test]
    fn a_derived_trait_is_known_by_the_last_word_of_its_path() {
        let of = |meta| derived(&meta);
        assert!(of(parse_quote!(doc = "x")).is_empty());
        assert!(of(parse_quote!(allow(Clone))).is_empty());
        assert!(of(parse_quote!(derive())).is_empty());
        assert_eq!(of(parse_quote!(derive(Eq,))), ["Eq"]);
        assert_eq!(
            of(parse_quote!(derive(Clone, std::fmt::Debug, ::serde::Serialize))),
            ["Clone", "Debug", "Serialize"]
        );
    }
}
