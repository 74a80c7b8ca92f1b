//! `unregistered_code`: a code that IANA has not registered.

use crate::ast::{Input, Variant};
use crate::error::{Errors, as_written};
use crate::registry;

/// A client that does not know a code treats it as the x00 of its class (RFC 9110 §15), and what it
/// means may be registered for something else tomorrow (RFC 9110 §16.2).
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    let Some(code) = variant.stated_code() else { return };
    if registry::by_code(code.value).is_some() || input.waives(Some(variant), "unregistered_code") {
        return;
    }
    // What such a code needs beside the waiver, so that one error tells it all.
    let reason = match (&variant.attrs.reason, variant.code(), input.kind.is_table()) {
        (None, Some(_), true) => format!("`{} {} \"…\"` and ", code.value, variant.ident),
        (None, Some(_), false) => "`reason = \"…\"` and ".to_owned(),
        _ => String::new(),
    };
    let (class, codes) = (code.value / 100, registry::codes_of_class(code.value));
    errors.report(
        code,
        &format!("`{}` is registered by nobody", as_written(code)),
        &format!("a client treats it as {class}00 (RFC 9110 §15); registered are {codes}"),
        &format!("write one of those or, if you mean it, {reason}`allow(unregistered_code)`"),
    );
}
