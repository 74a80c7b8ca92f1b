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
            "`type_base` is the start of a URI (RFC 3986 §2)",
            &format!("write `{}`", percent_encoded(wrong)),
        );
    } else if base.bytes().next_back().is_some_and(|byte| byte.is_ascii_alphanumeric()) {
        errors.report(
            Location::Type,
            literal,
            "`type_base` must end with a separator such as `/`",
            &format!("the slug is appended as is: \"{base}order-not-found\""),
            &format!("write \"{base}/\""),
        );
    }
}

fn percent_encoded(c: char) -> String {
    let mut bytes = [0; 4];
    let bytes = c.encode_utf8(&mut bytes).bytes();
    bytes.map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat()
}
