//! Content: what would be sent in a response that has none.

use quote::ToTokens;

use crate::ast::Variant;
use crate::error::{Errors, as_written};
use crate::registry;

/// A response with 1xx, 204, 205 or 304 ends with its header (RFC 9110 §15.2, §15.3.5, §15.3.6,
/// §15.4.5), so that members and a detail would never arrive.
pub fn check(variant: &Variant, errors: &mut Errors) {
    let Some(code) = variant.code().filter(|code| !registry::allows_content(code.value)) else {
        return;
    };
    let member =
        variant.attrs.members.first().map(|member| ("`members`", member.to_token_stream()));
    let exposure = variant.attrs.exposure.as_ref().filter(|exposure| exposure.exposed);
    let exposure = exposure.map(|exposure| ("`expose`", exposure.key.to_token_stream()));
    for (key, at) in member.into_iter().chain(exposure) {
        errors.report(
            &at,
            &format!("{key} with `{}`, which has no content", as_written(code)),
            "a response with 1xx, 204, 205 or 304 ends with its header (RFC 9110 §15)",
            &format!("leave out {key}, or write another code"),
        );
    }
}
