//! `type_base`: the URI reference before each slug.

use crate::ast::Input;
use crate::error::Errors;

/// A problem's `type` is a URI reference (RFC 9457 §3.1.1): the base has only characters of RFC 3986
/// §2, and ends where the slug can follow.
pub fn check(input: &Input, errors: &mut Errors) {
    let Some(literal) = &input.attrs.type_base else { return };
    let base = literal.value.as_str();
    let is_uri = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    if let Some(wrong) = base.chars().find(|c| !is_uri(*c)) {
        errors.report(
            literal,
            &format!("{wrong:?} in `type_base`"),
            "it is the beginning of a URI (RFC 3986 §2)",
            "write it percent-encoded",
        );
    } else if base.bytes().next_back().is_some_and(|byte| byte.is_ascii_alphanumeric()) {
        errors.report(
            literal,
            "`type_base` ends in the middle of a word",
            &format!("the slug follows at once: \"{base}order-not-found\""),
            &format!("write \"{base}/\""),
        );
    }
}
