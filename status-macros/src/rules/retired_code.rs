//! `retired_code`: a code that is registered and should not be used.

use crate::ast::{Input, Variant};
use crate::error::{Errors, as_written};
use crate::registry;

/// A reserved code must not be given a meaning (RFC 9110 §15.4.7, §15.5.19), and clients have
/// forgotten, or never learned, what a deprecated one means.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    let Some(code) = variant.stated_code() else { return };
    let entry = registry::by_code(code.value);
    let Some(why) = entry.and_then(|entry| entry.retired) else { return };
    if input.waives(Some(variant), "retired_code") {
        return;
    }
    let what = format!("`{}` should not be used any more", as_written(code));
    let write = "write another code or, if you mean it, `allow(retired_code)`";
    errors.report(code, &what, &format!("it is {why}"), write);
}
