//! Slug: what the last part of a problem's `type` may be.

use quote::ToTokens;

use crate::ast::Variant;
use crate::error::Errors;
use crate::status;

/// A slug is a URI path segment that reads the same everywhere: lower-case letters, digits and
/// hyphens between them (RFC 3986 §3.3; RFC 9457 §4 asks for types that are easy to handle).
pub fn check(variant: &Variant, errors: &mut Errors) {
    if variant.code().is_none() {
        return;
    }
    let slug = variant.slug.as_str();
    let is_word = |word: &str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    if slug.split('-').all(is_word) {
        return;
    }
    let at = match &variant.attrs.slug {
        Some(given) => given.to_token_stream(),
        None => variant.ident.to_token_stream(),
    };
    let why =
        "a slug has lower-case letters, digits and single hyphens between them (RFC 3986 §3.3)";
    let sound = status::kebab_case(slug);
    let write = if sound.split('-').all(is_word) && sound != slug {
        format!("write `slug = \"{sound}\"`")
    } else {
        "write `slug = \"…\"`".to_owned()
    };
    errors.report(&at, &format!("\"{slug}\" is no slug"), why, &write);
}
