//! `range`: a code outside the range of its type.

use crate::defaults;
use crate::error::{Errors, as_written};
use crate::model::{Code, Kind, Location, Parsed, Subject};

/// An error that answers 200 tells every client, cache and monitor that nothing went wrong. So the
/// codes of a type lie in its range, which is 4xx and 5xx (RFC 9110 §15.5, §15.6) by default.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let subject = &parsed.subject;
    let (start, end) = defaults::range(subject);
    if let Some(range) = subject.attributes.range.as_ref().filter(|_| start > end) {
        errors.report(
            Location::Type,
            range,
            &format!("the range `{}` is empty", as_written(range)),
            "its start is greater than its end",
            &format!("write `{end}..={start}`"),
        );
        return;
    }
    for variant in &parsed.variants {
        let Some(code) = variant.written_code() else { continue };
        if !(start..=end).contains(&code.value) {
            let role = if variant.code().is_none() { "the fallback " } else { "" };
            outside(subject, variant.location, code, role, errors);
        }
    }
}

fn outside(subject: &Subject, location: Location, code: &Code, role: &str, errors: &mut Errors) {
    let (start, end) = defaults::range(subject);
    let name = &subject.ident;
    let written = match as_written(code) {
        number if number == code.value.to_string() => format!("`{number}`"),
        name => format!("`{name}` ({})", code.value),
    };
    let is_default = subject.attributes.range.is_none();
    let why = if is_default { "an error is a 4xx or 5xx (RFC 9110 §15.5, §15.6)" } else { "" };
    let wider = format!("{}..={}", start.min(code.value), end.max(code.value));
    let alternative = match subject.kind {
        Kind::Enum if is_default => format!("`#[status(range = {wider})]` on `{name}`"),
        Kind::Struct if is_default => format!("add `range = {wider}`"),
        _ => format!("widen the range to {wider}"),
    };
    let what = format!("{role}{written} is outside {start}..={end}, the range of `{name}`");
    let write = format!("write a code in that range, or {alternative}");
    errors.report(location, code, &what, why, &write);
}
