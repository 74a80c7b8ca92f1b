//! Content: what would be sent in a response that has none.

use syn::Ident;

use crate::ast::{Input, Integration, Variant};
use crate::error::{Errors, as_written};
use crate::registry;

/// A response with 1xx, 204, 205 or 304 ends with its header (RFC 9110 §15.2, §15.3.5, §15.3.6,
/// §15.4.5), so that members and a detail would never arrive. And what a handler answers is a final
/// response: a server that is handed an interim one sends a 500 instead.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    let Some(code) = variant.code().filter(|code| !registry::allows_content(code.value)) else {
        return;
    };
    let written = as_written(code);
    let framework = input.attrs.integrations.iter().find_map(|integration| match integration {
        Integration::Named(name) => Some(name),
        Integration::Macro(_) => None,
    });
    if let Some(name) = framework.filter(|_| code.value < 200) {
        errors.report(
            code,
            &format!("`{written}` is interim, and `{name}` sends final responses"),
            "an interim response goes ahead of another one (RFC 9110 §15.2)",
            &format!("write another code, or leave out `{name}`"),
        );
    }
    let mut without_content = |key: &str, at: &Ident| {
        errors.report(
            at,
            &format!("`{key}` with `{written}`, which has no content"),
            "a response with 1xx, 204, 205 or 304 ends with its header (RFC 9110 §15)",
            &format!("leave out `{key}`, or write another code"),
        );
    };
    if let Some(member) = variant.attrs.members.first() {
        without_content("members", member);
    }
    if let Some(exposure) = variant.attrs.exposure.as_ref().filter(|exposure| exposure.exposed) {
        without_content("expose", &exposure.key);
    }
}
