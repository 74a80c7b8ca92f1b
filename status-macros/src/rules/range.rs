//! Range: codes that lie outside of what the type may have.

use crate::ast::{Code, Input, Variant};
use crate::error::{Errors, as_written};

/// An error that answers 200 tells every client, cache and monitor that nothing went wrong, so a
/// type's codes lie in its range: 4xx and 5xx (RFC 9110 §15.5, §15.6) where it does not say another.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    let (start, end) = input.range();
    // A range that is empty has had its error.
    if let Some(code) = variant.stated_code().filter(|_| start <= end) {
        let role = if variant.code().is_none() { "fallback " } else { "" };
        check_code(input, code, role, errors);
    }
}

/// A range has codes in it.
pub fn check_type(input: &Input, errors: &mut Errors) {
    let Some(range) = input.attrs.range.as_ref().filter(|range| range.start > range.end) else {
        return;
    };
    errors.report(
        range,
        &format!("the range `{}` is empty", as_written(range)),
        "it begins behind its end",
        &format!("write `{}..={}`", range.end, range.start),
    );
}

fn check_code(input: &Input, code: &Code, role: &str, errors: &mut Errors) {
    let (start, end) = input.range();
    if (start..=end).contains(&code.value) {
        return;
    }
    let name = input.ident;
    let written = match as_written(code) {
        number if number == code.value.to_string() => format!("`{number}`"),
        name => format!("`{name}` ({})", code.value),
    };
    let why = match &input.attrs.range {
        Some(_) => format!("`{name}` says so itself"),
        None => "an error answers with 4xx or 5xx (RFC 9110 §15.5, §15.6)".to_owned(),
    };
    let wider = format!("{}..={}", start.min(code.value), end.max(code.value));
    let write = match (input.kind.is_table(), &input.attrs.range) {
        (true, _) => format!("write a code of that range, or `enum {name}: {wider}`"),
        (false, Some(_)) => format!("write a code of that range, or `range = {wider}`"),
        (false, None) => {
            format!("write a code of that range, or `#[status(range = {wider})]` on `{name}`")
        }
    };
    let what = format!("{role}{written} lies outside {start}..={end}, the range of `{name}`");
    errors.report(code, &what, &why, &write);
}
