//! `misleading_name`: a variant with the registered name of another code.

use crate::error::Errors;
use crate::model::Parsed;
use crate::registry;

/// To a reader, `TooManyRequests` is 429, even if the attribute above it says 400. `foreign_reason`
/// covers the rows with a registered code.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let is_table = parsed.subject.kind.is_table();
    for variant in &parsed.variants {
        let Some(code) = variant.code() else { continue };
        let has_phrase =
            registry::by_code(code.value).is_some_and(|entry| !entry.phrase.is_empty());
        if is_table && has_phrase {
            continue;
        }
        let name = &variant.name;
        let other = registry::by_name(name).filter(|other| other.code != code.value);
        let Some(other) = other else { continue };
        let right = if is_table {
            format!("`{} {name}`", other.code)
        } else {
            format!("`#[status({})]`", other.code)
        };
        errors.report(
            variant.location,
            &variant.ident,
            &format!(
                "`{name}` is the registered name of {}, but this is {}",
                other.code, code.value
            ),
            &format!("readers will expect \"{}\" ({})", other.phrase, other.spec),
            &format!(
                "write {right}, rename it, or keep the name with `#[status(allow(misleading_name))]`"
            ),
        );
    }
}
