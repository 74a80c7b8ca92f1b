//! An entry of the list of rules.

use crate::error::Errors;
use crate::model::Parsed;

/// One compile-time check.
pub struct Rule {
    /// As the guide and `allow(…)` call it. A rule with a part that cannot be waived has two entries.
    pub name: &'static str,
    pub waivable: bool,
    /// Reports every violation, waived or not.
    pub check: fn(&Parsed, &mut Errors),
    /// Turns many violations that are alike into one.
    pub merge: fn(&Parsed, Errors) -> Errors,
}

pub const fn rule(name: &'static str, check: fn(&Parsed, &mut Errors)) -> Rule {
    Rule { name, waivable: false, check, merge: |_, violations| violations }
}

pub const fn waivable(name: &'static str, check: fn(&Parsed, &mut Errors)) -> Rule {
    Rule { waivable: true, ..rule(name, check) }
}

impl Rule {
    pub const fn merged(self, merge: fn(&Parsed, Errors) -> Errors) -> Self {
        Self { merge, ..self }
    }
}
