//! `foreign_reason`: a reason or a row's name that is not the registry's.

use std::ptr;

use crate::ast::{Input, Variant};
use crate::error::Errors;
use crate::registry::{self, Registered};
use crate::rules::reason_grammar;

/// The phrase of a registered code is the registry's: logs, proxies and people match on it, and one
/// that an older RFC had is stale (RFC 9110 §15.5.14 and §15.5.21 renamed 413 and 422).
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    let Some(code) = variant.code() else { return };
    let Some(entry) = registry::by_code(code.value).filter(|entry| !entry.phrase.is_empty()) else {
        return;
    };
    if let Some(reason) = &variant.attrs.reason {
        let text = &*variant.reason;
        // A reason that is none at all has had its error.
        if text != entry.phrase && reason_grammar::is_sound(text) {
            if !input.waives(Some(variant), "foreign_reason") {
                let what = foreign_phrase(text, entry);
                let why = format!("the registry's is \"{}\" ({})", entry.phrase, entry.spec);
                let write = "leave it out or, if you mean it, `allow(foreign_reason)`";
                errors.report(reason, &what, &why, write);
            }
            return;
        }
    }
    if !input.kind.is_table() {
        return;
    }
    let (name, ours) = (&variant.name, entry.variant_name());
    if *name == ours {
        return;
    }
    // The first row of this name or of this code is this one, where it repeats none.
    let first = input.variants.iter().find(|row| {
        row.name == variant.name || row.code().is_some_and(|other| other.value == code.value)
    });
    let repeated = first.is_some_and(|first| !ptr::eq(first, variant));
    let (start, end) = input.range();
    // A row whose code is wrong already has had its error.
    let misplaced = repeated || !(start..=end).contains(&code.value);
    if misplaced || input.waives(Some(variant), "foreign_reason") {
        return;
    }
    let (what, other) = foreign_name(name, entry);
    let why = format!("the registry's is \"{}\" ({})", entry.phrase, entry.spec);
    let write =
        format!("write `{} {ours}`{other} or, if you mean it, `allow(foreign_reason)`", entry.code);
    errors.report(variant.ident, &what, &why, &write);
}

fn foreign_phrase(text: &str, entry: &Registered) -> String {
    let code = entry.code;
    if entry.former.contains(&text) {
        return format!("{text:?} is a former phrase of {code}");
    }
    if let Some(other) = registry::by_phrase(text) {
        return format!("{text:?} is the phrase of {}, and this is {code}", other.code);
    }
    if text.eq_ignore_ascii_case(entry.phrase) {
        return format!("{text:?} differs from the phrase of {code} in case alone");
    }
    if folded(text) == folded(entry.phrase) {
        return format!("{text:?} differs from the phrase of {code} in hyphens or spaces alone");
    }
    format!("{text:?} is not the phrase of {code}")
}

fn folded(text: &str) -> String {
    let mut folded = text.to_ascii_lowercase();
    folded.retain(|c| !matches!(c, ' ' | '-'));
    folded
}

/// What is wrong with a row's name, and the row that the name would be right for.
fn foreign_name(name: &str, entry: &Registered) -> (String, String) {
    let code = entry.code;
    match (registry::by_name(name), registry::by_former_name(name)) {
        (Some(other), _) => (
            format!("`{name}` is the name of {}, and this row is {code}", other.code),
            format!(" or `{} {name}`", other.code),
        ),
        (None, Some((other, _))) if other.code == code => {
            (format!("`{name}` is a former name of {code}"), String::new())
        }
        _ => (format!("`{name}` is not the name of {code}"), String::new()),
    }
}
