//! `table`: what applies only to tables.

use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Meta, Token};

use crate::conditional::conditional;
use crate::error::{Errors, mistake};
use crate::model::{Kind, Location, Parsed};
use crate::plain_traits::{derived, plain_traits};

/// A table has at least one row, as `#[repr(u16)]` needs, and some attributes cannot be used on it.
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
    for error in parsed.subject.attrs.iter().filter_map(refused_on_a_table) {
        errors.push(Location::Type, error);
    }
    for row in &parsed.variants {
        for error in row.attrs.iter().filter_map(refused_on_a_row) {
            errors.push(row.location, error);
        }
    }
}

/// The error for an attribute that a table cannot have: it sets its `repr` and derives traits itself.
pub fn refused_on_a_table(attr: &Attribute) -> Option<syn::Error> {
    let conditional = conditional(std::slice::from_ref(attr));
    let is_repr = |meta: &Meta| meta.path().is_ident("repr");
    if is_repr(&attr.meta) && !is_repr_u16(attr) || conditional.iter().any(is_repr) {
        return Some(mistake(
            attr,
            "the `repr` of a table cannot be chosen",
            "it is `u16`, the type of a code",
            "remove the `repr`",
        ));
    }
    let ours = plain_traits();
    let is_ours = |name: &String| ours.iter().any(|(ours, _)| ours == name);
    if let Some(name) = conditional.iter().flat_map(derived).find(is_ours) {
        return Some(mistake(
            attr,
            &format!("`#[cfg_attr(…, derive({name}))]` is not supported inside `status_table!`"),
            &format!("every table derives `{name}`"),
            "remove it, or write the `#[derive(…)]` without the condition",
        ));
    }
    refused_on_a_row(attr)
}

/// The error for an attribute that a row cannot have. The rows are the same in every build: only the
/// compiler evaluates a `#[cfg]`, and the `match`es of the expansion would still name a row that it
/// removes.
pub fn refused_on_a_row(attr: &Attribute) -> Option<syn::Error> {
    let conditional = conditional(std::slice::from_ref(attr));
    let is_conditional = |name: &str| conditional.iter().any(|meta| meta.path().is_ident(name));
    if attr.path().is_ident("cfg") || is_conditional("cfg") {
        return Some(mistake(
            attr,
            "`#[cfg]` is not supported inside `status_table!`",
            "the lookups need every row in every build",
            "put it before `status_table!`, outside of the braces, or write two tables",
        ));
    }
    is_conditional("status").then(|| {
        mistake(
            attr,
            "`#[cfg_attr(…, status(…))]` is not supported inside `status_table!`",
            "the macro reads it before the compiler knows whether the condition is true",
            "write the `#[status(…)]` without the condition, or write two tables",
        )
    })
}

/// Whether the attribute is the one that the macro adds.
fn is_repr_u16(attr: &Attribute) -> bool {
    let words = attr.parse_args_with(Punctuated::<Ident, Token![,]>::parse_terminated);
    words.is_ok_and(|words| words.len() == 1 && words[0] == "u16")
}
