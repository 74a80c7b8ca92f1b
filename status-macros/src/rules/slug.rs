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
    if is_sound(slug) {
        return;
    }
    let at: &dyn ToTokens = match &variant.attrs.slug {
        Some(given) => given,
        None => variant.ident,
    };
    let why =
        "a slug has lower-case letters, digits and single hyphens between them (RFC 3986 §3.3)";
    let sound = status::kebab_case(slug);
    let write = if is_sound(&sound) && sound != slug {
        format!("write `slug = \"{sound}\"`")
    } else {
        "write `slug = \"…\"`".to_owned()
    };
    errors.report(at, &format!("\"{slug}\" is no slug"), why, &write);
}

fn is_sound(slug: &str) -> bool {
    let mut before = b'-';
    for byte in slug.bytes() {
        let hyphen = byte == b'-' && before != b'-';
        if !(hyphen || byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            return false;
        }
        before = byte;
    }
    before != b'-'
}
