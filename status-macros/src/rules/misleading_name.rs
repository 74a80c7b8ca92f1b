//! `misleading_name`: a variant with the registered name of another code.

use crate::ast::{Input, Variant};
use crate::error::Errors;
use crate::registry;

/// Who reads `TooManyRequests` thinks of 429, whatever the attribute above it says. A row of a
/// registered code is held to its own name by `foreign_reason`.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    let Some(code) = variant.code() else { return };
    let named = registry::by_code(code.value).is_some_and(|entry| !entry.phrase.is_empty());
    if input.kind.is_table() && named {
        return;
    }
    let name = &variant.name;
    let Some(other) = registry::by_name(name).filter(|other| other.code != code.value) else {
        return;
    };
    if input.waives(Some(variant), "misleading_name") {
        return;
    }
    let right = if input.kind.is_table() {
        format!("`{} {name}`", other.code)
    } else {
        format!("`#[status({})]`", other.code)
    };
    errors.report(
        variant.ident,
        &format!("`{name}` is the registered name of {}, and this is {}", other.code, code.value),
        &format!("whoever reads the name thinks of \"{}\" ({})", other.phrase, other.spec),
        &format!("write {right}, another name or, if you mean it, `allow(misleading_name)`"),
    );
}
