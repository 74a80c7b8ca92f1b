//! `foreign_reason`: a reason or the name of a row that is not the registry's.

use crate::defaults;
use crate::error::Errors;
use crate::model::{Code, Parsed, Source, Variant};
use crate::registry::{self, Registered};

use super::reason_grammar;

/// The phrase of a registered code is the registry's: logs, proxies and people match on it, and the
/// phrase of an older RFC is out of date (RFC 9110 §15.5.14 and §15.5.21 renamed 413 and 422).
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let Some(code) = variant.code() else { continue };
        let entry = registry::by_code(code.value).filter(|entry| !entry.phrase.is_empty());
        let Some(entry) = entry else { continue };
        let registered = format!("the registry has \"{}\" ({})", entry.phrase, entry.spec);
        if let Some(reason) = &variant.attributes.reason {
            let text = reason.value();
            // A reason that breaks the grammar has its own error.
            if text != entry.phrase && reason_grammar::is_valid(&text) {
                let what = foreign_phrase(&text, entry);
                let write = "remove the reason, or keep it with `#[status(allow(foreign_reason))]`";
                errors.report(variant.location, reason, &what, &registered, write);
                continue;
            }
        }
        let expected = entry.variant_name();
        if variant.name == expected || !is_sound_row(parsed, variant, code) {
            continue;
        }
        let (what, other) = foreign_name(&variant.name, entry);
        let write = format!(
            "write `{} {expected}`{other}, or keep the name with `#[status(allow(foreign_reason))]`",
            entry.code
        );
        errors.report(variant.location, &variant.ident, &what, &registered, &write);
    }
}

/// Whether the variant is a row of a table that has no other error yet: for a code outside the range,
/// or for a code or a name of an earlier row.
fn is_sound_row(parsed: &Parsed, variant: &Variant<Source>, code: &Code) -> bool {
    let (start, end) = defaults::range(&parsed.subject);
    let first = parsed.variants.iter().find(|row| {
        row.name == variant.name || row.code().is_some_and(|other| other.value == code.value)
    });
    parsed.subject.kind.is_table()
        && (start..=end).contains(&code.value)
        && first.is_some_and(|first| first.location == variant.location)
}

fn foreign_phrase(text: &str, entry: &Registered) -> String {
    let code = entry.code;
    if entry.former.contains(&text) {
        return format!("{text:?} is a former phrase of {code}");
    }
    if let Some(other) = registry::by_phrase(text) {
        return format!("{text:?} is the phrase of {}, but this is {code}", other.code);
    }
    if text.eq_ignore_ascii_case(entry.phrase) {
        return format!("{text:?} differs from the phrase of {code} only in case");
    }
    if letters(text) == letters(entry.phrase) {
        return format!("{text:?} differs from the phrase of {code} only in hyphens or spaces");
    }
    format!("{text:?} is not the phrase of {code}")
}

fn letters(text: &str) -> String {
    text.to_ascii_lowercase().replace([' ', '-'], "")
}

/// What is wrong with the name of a row, and the row that has this name.
fn foreign_name(name: &str, entry: &Registered) -> (String, String) {
    let code = entry.code;
    match (registry::by_name(name), registry::by_former_name(name)) {
        (Some(other), _) if other.code == code => {
            (format!("`{name}` names {code} as a constant, but a row is a variant"), String::new())
        }
        (Some(other), _) => (
            format!("`{name}` is the name of {}, but this row is {code}", other.code),
            format!(" or `{} {}`", other.code, other.variant_name()),
        ),
        (None, Some((other, _))) if other.code == code => {
            (format!("`{name}` is a former name of {code}"), String::new())
        }
        _ => (format!("`{name}` is not the name of {code}"), String::new()),
    }
}
