//! `retired_code`: a code that is reserved, deprecated or obsolete.

use super::reason_grammar::reason_and;
use crate::error::{Errors, as_written};
use crate::model::Parsed;
use crate::registry;

/// A reserved code must not be given a meaning (RFC 9110 §15.4.7, §15.5.19), and clients never
/// supported the deprecated ones, or no longer do.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let Some(code) = variant.written_code() else { continue };
        let entry = registry::by_code(code.value);
        let Some(why) = entry.and_then(|entry| entry.retired) else { continue };
        errors.report(
            variant.location,
            code,
            &format!("`{}` is a retired status code", as_written(code)),
            &format!("it is {why}"),
            &format!(
                "write another code, or keep this one with {}`#[status(allow(retired_code))]`",
                reason_and(parsed, variant)
            ),
        );
    }
}
