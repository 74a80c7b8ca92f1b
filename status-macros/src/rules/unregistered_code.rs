//! `unregistered_code`: a code that IANA has not registered.

use super::reason_grammar::reason_and;
use crate::error::{Errors, as_written};
use crate::model::Parsed;
use crate::registry;

/// A client treats an unknown code as the x00 of its class (RFC 9110 §15), and the code may be
/// registered with another meaning tomorrow (RFC 9110 §16.2).
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let Some(code) = variant.written_code() else { continue };
        if registry::by_code(code.value).is_some() {
            continue;
        }
        let class = code.value / 100;
        errors.report(
            variant.location,
            code,
            &format!("`{}` is not a registered status code", as_written(code)),
            &format!("a client treats it as {class}00 (RFC 9110 §15)"),
            &format!(
                "use a registered code, or keep this one with {}`#[status(allow(unregistered_code))]`",
                reason_and(parsed, variant)
            ),
        );
    }
}
