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
            Source::Code(code) => check_code(code, errors),
            Source::Dynamic(dynamic) => check_code(&dynamic.fallback, errors),
            Source::Transparent(_) | Source::Missing | Source::Broken => {}
        }
    }
}

fn check_code(code: &Code, errors: &mut Errors) {
    if registry::by_code(code.value).is_some() {
        return;
    }
    let class = code.value / 100;
    errors.report(
        code,
        &format!("`{}` is registered by nobody", as_written(code)),
        &format!(
            "a client treats it as {class}00 (RFC 9110 §15); {}",
            registry::codes_of_class(code.value)
        ),
        "write one of those, or `allow(unregistered_code)` if you mean it",
    );
}
