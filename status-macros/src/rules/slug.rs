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
        if let Some(wrong) = text.chars().find(|c| !is_unreserved(*c)) {
            report(&text, "`slug_prefix`", wrong, Location::Type, prefix, errors);
            return;
        }
    }
    for variant in parsed.variants.iter().filter(|variant| variant.code().is_some()) {
        let slug = defaults::slug(&parsed.subject, &variant.attributes, &variant.name);
        let at: &dyn ToTokens = match &variant.attributes.slug {
            Some(given) => given,
            None => &variant.ident,
        };
        if slug.is_empty() {
            let write = "write `slug = \"…\"`";
            errors.report(variant.location, at, "empty slug", "", write);
        } else if let Some(wrong) = slug.chars().find(|c| !is_unreserved(*c)) {
            let what = match &variant.attributes.slug {
                Some(_) => "`slug`",
                None => "the slug of the name",
            };
            report(&slug, what, wrong, variant.location, at, errors);
        }
    }
}

fn report(
    slug: &str,
    what: &str,
    wrong: char,
    location: Location,
    at: &dyn ToTokens,
    errors: &mut Errors,
) {
    let legal = nearest_legal(slug);
    let write = match legal.as_str() {
        "" if what == "`slug_prefix`" => "write the prefix, or remove it".to_owned(),
        "" => "write `slug = \"…\"`".to_owned(),
        legal if what.ends_with('`') => format!("write \"{legal}\""),
        legal => format!("write `slug = \"{legal}\"`"),
    };
    errors.report(
        location,
        at,
        &format!("invalid character {wrong:?} in {what}: \"{slug}\""),
        "a slug consists of letters, digits, `-`, `.`, `_` and `~` (RFC 3986 §2.3)",
        &write,
    );
}

/// The slug with a hyphen for each run of other characters.
fn nearest_legal(slug: &str) -> String {
    let words = slug.split(|c| !is_unreserved(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn is_unreserved(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~')
}
