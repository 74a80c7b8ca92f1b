//! Unknown key: an `allow(…)` that waives nothing.

use crate::ast::{Allow, Input, Variant};
use crate::error::Errors;

/// A waiver that is out of date would hide the next mistake of its kind. Where it is not known what a
/// variant's status is, it is not known either what is waived.
pub fn check(input: &Input, errors: &mut Errors) {
    for (index, variant) in input.variants.iter().enumerate() {
        if variant.is_sound() {
            errors.at_variant(index);
            report(&variant.attrs.allow, errors);
        }
    }
    if input.variants.iter().all(Variant::is_sound) {
        errors.at_type();
        report(&input.attrs.allow, errors);
    }
}

fn report(allowed: &[Allow], errors: &mut Errors) {
    for allow in allowed.iter().filter(|allow| !allow.is_used()) {
        let rule = &allow.rule;
        errors.report(
            rule,
            &format!("`allow({rule})` waives nothing here"),
            "a waiver that is out of date hides the next mistake",
            "leave it out",
        );
    }
}
