//! `reason_grammar`: what a reason phrase and a title may consist of.

use syn::LitStr;

use super::waivers::allows;
use crate::error::{Errors, as_written};
use crate::model::{Code, Location, Parsed, Source, Variant};
use crate::registry;

/// A reason consists of HTAB, SP, VCHAR and obs-text (RFC 9112 §4). A line break would end the status
/// line, and the rest would be a header field.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        if let Some(reason) = &variant.attributes.reason {
            check_text("reason", reason, variant.location, errors);
        }
        if let Some(title) = &variant.attributes.title {
            check_text("title", title, variant.location, errors);
        }
        missing(parsed, variant, errors);
    }
}

fn missing(parsed: &Parsed, variant: &Variant<Source>, errors: &mut Errors) {
    let Some(code) = lacking(variant) else { return };
    // Without its waiver, the code has an error that asks for both.
    let waiver = match registry::by_code(code.value) {
        None => Some("unregistered_code"),
        Some(entry) => entry.retired.map(|_| "retired_code"),
    };
    if waiver.is_some_and(|rule| !allows(parsed, variant, rule)) {
        return;
    }
    let write = if parsed.subject.kind.is_table() {
        format!("write it after the name: `{} {} \"…\"`", code.value, variant.ident)
    } else {
        "add `reason = \"…\"`".to_owned()
    };
    let what = format!("missing reason for `{}`", as_written(code));
    let why = "the registry has no phrase for this code";
    errors.report(variant.location, code, &what, why, &write);
}

/// What the error for an unregistered or retired code asks for beside the waiver, if the code lacks a
/// reason.
pub fn reason_and(parsed: &Parsed, variant: &Variant<Source>) -> String {
    match lacking(variant) {
        Some(code) if parsed.subject.kind.is_table() => {
            format!("`{} {} \"…\"` and ", code.value, variant.ident)
        }
        Some(_) => "`reason = \"…\"` and ".to_owned(),
        None => String::new(),
    }
}

/// The code of a variant that has no reason, for which the registry has no phrase.
fn lacking(variant: &Variant<Source>) -> Option<&Code> {
    let code = variant.code().filter(|_| variant.attributes.reason.is_none())?;
    let has_phrase = registry::by_code(code.value).is_some_and(|entry| !entry.phrase.is_empty());
    (!has_phrase).then_some(code)
}

/// Whether a reason obeys the grammar.
pub fn is_valid(reason: &str) -> bool {
    !reason.is_empty() && reason.trim() == reason && control("reason", reason).is_none()
}

fn control(key: &str, text: &str) -> Option<char> {
    text.chars().find(|c| c.is_control() && !(key == "reason" && *c == '\t'))
}

fn check_text(key: &str, literal: &LitStr, location: Location, errors: &mut Errors) {
    let text = literal.value();
    let (what, why) = if let Some(control) = control(key, &text) {
        (
            format!("control character {control:?} in a {key}"),
            match key {
                "reason" => "it could split the response (RFC 9112 §4)",
                _ => "a title is a single line",
            },
        )
    } else if text.trim().is_empty() {
        (format!("empty {key}"), "")
    } else if text.trim() != text {
        (format!("leading or trailing space in a {key}"), "")
    } else {
        return;
    };
    let is_space = |c: char| c.is_control() || c.is_whitespace();
    let words: Vec<&str> = text.split(is_space).filter(|word| !word.is_empty()).collect();
    let write = match words.as_slice() {
        [] => format!("write the {key}, or remove it"),
        words => format!("write {:?}", words.join(" ")),
    };
    errors.report(location, literal, &what, why, &write);
}
