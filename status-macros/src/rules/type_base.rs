//! `type_base`: the URI reference before each slug.

use crate::error::Errors;
use crate::model::{Location, Parsed};

/// A problem's `type` is a URI reference (RFC 9457 §3.1.1): its base consists of the characters of
/// RFC 3986 §2, and the slug follows directly.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let Some(literal) = &parsed.subject.attributes.type_base else { return };
    let base = literal.value();
    let is_uri = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    if let Some(wrong) = base.chars().find(|c| !is_uri(*c)) {
        errors.report(
            Location::Type,
            literal,
            &format!("invalid character {wrong:?} in `type_base`"),
            "it is the beginning of a URI (RFC 3986 §2)",
            "percent-encode it",
        );
    } else if base.bytes().next_back().is_some_and(|byte| byte.is_ascii_alphanumeric()) {
        errors.report(
            Location::Type,
            literal,
            "`type_base` ends in the middle of a word",
            &format!("the slug follows directly: \"{base}order-not-found\""),
            &format!("write \"{base}/\""),
        );
    }
}
