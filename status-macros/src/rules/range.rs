//! `range`: a code outside the range of its type.

use quote::ToTokens;

use super::merge::{self, variants_of};
use crate::defaults;
use crate::error::{Errors, as_written, list_first, mistake};
use crate::model::{Code, Kind, Location, Parsed, Source, Subject};

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
            let is_fallback = !matches!(variant.status, Source::Code(_));
            let role = if is_fallback { "the fallback " } else { "" };
            outside(subject, variant.location, code, role, errors);
        }
    }
}

/// One error for many codes: the range is more likely to be wrong than all of them.
pub fn merge(parsed: &Parsed, errors: Errors) -> Errors {
    let subject = &parsed.subject;
    let variants = variants_of(parsed, &errors);
    merge::merge(errors, &variants, 3, |names| {
        let (start, end) = defaults::range(subject);
        let codes = || variants.iter().filter_map(|variant| variant.written_code());
        let lowest = codes().map(|code| code.value).fold(start, u16::min);
        let highest = codes().map(|code| code.value).fold(end, u16::max);
        let what = format!(
            "the codes of {} are outside {start}..={end}, the range of `{}`",
            list_first(names),
            subject.ident
        );
        let write = format!("write codes in that range, or {}", wider(subject, lowest, highest));
        mistake(&codes().next().map(ToTokens::to_token_stream), &what, why(subject), &write)
    })
}

fn outside(subject: &Subject, location: Location, code: &Code, role: &str, errors: &mut Errors) {
    let (start, end) = defaults::range(subject);
    let name = &subject.ident;
    let written = match as_written(code) {
        number if number == code.value.to_string() => format!("`{number}`"),
        name => format!("`{name}` ({})", code.value),
    };
    let what = format!("{role}{written} is outside {start}..={end}, the range of `{name}`");
    let wider = wider(subject, start.min(code.value), end.max(code.value));
    let write = format!("write a code in that range, or {wider}");
    errors.report(location, code, &what, why(subject), &write);
}

fn why(subject: &Subject) -> &'static str {
    let is_default = subject.attributes.range.is_none();
    if is_default { "an error is a 4xx or 5xx (RFC 9110 §15.5, §15.6)" } else { "" }
}

/// How to get this range.
fn wider(subject: &Subject, start: u16, end: u16) -> String {
    let range = format!("{start}..={end}");
    let is_default = subject.attributes.range.is_none();
    match subject.kind {
        Kind::Enum if is_default => format!("`#[status(range = {range})]` on `{}`", subject.ident),
        Kind::Struct if is_default => format!("add `range = {range}`"),
        _ => format!("widen the range to {range}"),
    }
}
