//! `slug`: what the last segment of a problem's `type` may consist of.

use quote::ToTokens;

use crate::defaults;
use crate::error::Errors;
use crate::model::{Location, Parsed};

/// A slug is a segment of a URI that is never percent-encoded: it consists of the unreserved characters
/// of RFC 3986 §2.3.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    if let Some(prefix) = &parsed.subject.attributes.slug_prefix {
        let text = prefix.value();
        if let Some(wrong) = invalid(&text, "`slug_prefix`") {
            let write = match nearest_legal(&text).as_str() {
                "" => "write the prefix, or remove it".to_owned(),
                legal => format!("write {legal:?}"),
            };
            errors.report(Location::Type, prefix, &wrong, WHY, &write);
            return;
        }
    }
    for variant in parsed.variants.iter().filter(|variant| variant.code().is_some()) {
        let slug = defaults::slug(&parsed.subject, &variant.attributes, &variant.name);
        let (at, what): (&dyn ToTokens, _) = match &variant.attributes.slug {
            Some(given) => (given, "`slug`"),
            None => (&variant.ident, "the slug of the name"),
        };
        if slug.is_empty() {
            let write = "write `slug = \"…\"`";
            errors.report(variant.location, at, "empty slug", "", write);
        } else if let Some(wrong) = invalid(&slug, what) {
            let write = match nearest_legal(&slug).as_str() {
                "" => "write `slug = \"…\"`".to_owned(),
                legal if variant.attributes.slug.is_some() => format!("write {legal:?}"),
                legal => format!("write `slug = {legal:?}`"),
            };
            errors.report(variant.location, at, &wrong, WHY, &write);
        }
    }
}

const WHY: &str = "a slug consists of letters, digits, `-`, `.`, `_` and `~` (RFC 3986 §2.3)";

/// What is wrong, if a character of the slug is.
fn invalid(slug: &str, what: &str) -> Option<String> {
    let wrong = slug.chars().find(|c| !is_unreserved(*c))?;
    Some(format!("invalid character {wrong:?} in {what}: \"{slug}\""))
}

/// The slug with a hyphen for each run of other characters.
fn nearest_legal(slug: &str) -> String {
    let words = slug.split(|c| !is_unreserved(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn is_unreserved(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~')
}
