//! `unregistered_code`: a code that IANA has not registered.

use crate::ast::{Code, Input, Source};
use crate::error::{Errors, as_written};
use crate::registry;

/// A client that does not know a code treats it as the x00 of its class (RFC 9110 §15), and what it
/// means may be registered for something else tomorrow (RFC 9110 §16.2).
pub fn check(input: &Input, errors: &mut Errors) {
    for variant in &input.variants {
        if input.allows(Some(variant), "unregistered_code") {
            continue;
        }
        match &variant.source {
            Source::Code(code) => {
                // What such a code needs beside the waiver, so that one error tells it all.
                let reason = match (&variant.attrs.reason, input.kind.is_table()) {
                    (Some(_), _) => String::new(),
                    (None, true) => format!("`{} {} \"…\"` and ", code.value, variant.ident),
                    (None, false) => "`reason = \"…\"` and ".to_owned(),
                };
                check_code(code, &reason, errors);
            }
            Source::Dynamic(dynamic) => check_code(&dynamic.fallback, "", errors),
            Source::Transparent(_) | Source::Missing | Source::BadCode | Source::Broken => {}
        }
    }
}

fn check_code(code: &Code, reason: &str, errors: &mut Errors) {
    if registry::by_code(code.value).is_some() {
        return;
    }
    let (class, codes) = (code.value / 100, registry::codes_of_class(code.value));
    errors.report(
        code,
        &format!("`{}` is registered by nobody", as_written(code)),
        &format!("a client treats it as {class}00 (RFC 9110 §15); registered are {codes}"),
        &format!("write one of those or, if you mean it, {reason}`allow(unregistered_code)`"),
    );
}
