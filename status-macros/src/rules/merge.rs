//! Turns the errors of many variants that are alike into one.

use crate::error::Errors;
use crate::model::{Location, Parsed, Source, Variant};

/// The variants that the errors belong to.
pub fn variants_of<'a>(parsed: &'a Parsed, errors: &Errors) -> Vec<&'a Variant<Source>> {
    let variants = errors.iter().filter_map(|(location, _)| match location {
        Location::Variant(index) => parsed.variants.get(*index),
        Location::Type => None,
    });
    variants.collect()
}

/// Replaces the errors of `variants`, if they are more than `limit`, with the one that `merged` makes
/// from the names.
pub fn merge(
    errors: Errors,
    variants: &[&Variant<Source>],
    limit: usize,
    merged: impl FnOnce(&[String]) -> syn::Error,
) -> Errors {
    let Some(first) = variants.first().filter(|_| variants.len() > limit) else { return errors };
    let names: Vec<String> = variants.iter().map(|variant| variant.ident.to_string()).collect();
    let mut left = Errors::default();
    let is_merged = |location| variants.iter().any(|variant| variant.location == location);
    for (location, error) in errors.into_iter().filter(|(location, _)| !is_merged(*location)) {
        left.push(location, error);
    }
    left.push(first.location, merged(&names));
    left
}
