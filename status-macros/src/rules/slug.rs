//! `slug`: what the last segment of a problem's `type` may consist of.

use quote::ToTokens;

use crate::defaults;
use crate::error::Errors;
use crate::model::Parsed;

/// A slug is a URI path segment that reads the same everywhere: lowercase letters, digits and
/// hyphens between them (RFC 3986 §3.3; RFC 9457 §4 recommends short types).
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in parsed.variants.iter().filter(|variant| variant.code().is_some()) {
        let slug = defaults::slug(&variant.attributes, &variant.name);
        if is_valid(&slug) {
            continue;
        }
        let at: &dyn ToTokens = match &variant.attributes.slug {
            Some(given) => given,
            None => &variant.ident,
        };
        let valid = defaults::kebab_case(&slug);
        let write = if is_valid(&valid) {
            format!("write `slug = \"{valid}\"`")
        } else {
            "write `slug = \"…\"`".to_owned()
        };
        errors.report(
            variant.location,
            at,
            &format!("\"{slug}\" is not a valid slug"),
            "a slug consists of lowercase letters, digits and single hyphens (RFC 3986 §3.3)",
            &write,
        );
    }
}

fn is_valid(slug: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    slug.split('-').all(is_word)
}
