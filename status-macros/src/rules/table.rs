//! `table`: what applies only to tables.

use syn::Attribute;

use crate::conditional::conditional;
use crate::error::Errors;
use crate::model::{Kind, Location, Parsed};

/// A table has at least one row, as `#[repr(u16)]` needs, and its rows are the same in every build:
/// only the compiler evaluates a `#[cfg]`, and the `match`es of the expansion would still name a row
/// that it removes.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let Kind::Table(table) = &parsed.subject.kind else { return };
    if parsed.variants.is_empty() && !table.incomplete {
        errors.report(
            Location::Type,
            &parsed.subject.ident,
            &format!("`{}` has no rows", parsed.subject.ident),
            "",
            "write at least one row, such as `503 ServiceUnavailable,`",
        );
    }
    refuse_cfg(&parsed.subject.attrs, Location::Type, errors);
    for row in &parsed.variants {
        refuse_cfg(&row.attrs, row.location, errors);
    }
}

fn refuse_cfg(attrs: &[Attribute], location: Location, errors: &mut Errors) {
    for attr in attrs {
        let conditional = conditional(std::slice::from_ref(attr));
        let is = |name: &str| {
            attr.path().is_ident(name) || conditional.iter().any(|meta| meta.path().is_ident(name))
        };
        if is("cfg") {
            errors.report(
                location,
                attr,
                "`#[cfg]` is not supported inside `status_table!`",
                "the lookups need every row in every build",
                "put it before `status_table!`, outside of the braces, or write two tables",
            );
        } else if is("status") && !attr.path().is_ident("status") {
            errors.report(
                location,
                attr,
                "`#[cfg_attr(…, status(…))]` is not supported inside `status_table!`",
                "the macro reads it before the compiler knows whether the condition is true",
                "write the `#[status(…)]` without the condition, or write two tables",
            );
        }
    }
}
