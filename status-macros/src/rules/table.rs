//! What a table's enum and rows are held to, beside the rules that derived types share.

use crate::ast::{Input, Kind};
use crate::error::Errors;
use crate::syntax::Attribute;

/// A table has rows, each there in every build. `#[repr(u16)]` needs one at least; and a row that a
/// `#[cfg]` takes away would leave the `match`es of the expansion behind, since only the compiler
/// can evaluate it.
pub fn check(input: &Input, errors: &mut Errors) {
    let Kind::Table(item) = input.kind else { return };
    // A table whose only row is broken has had its error.
    if item.rows.is_empty() && errors.is_empty() {
        errors.report(
            &item.ident,
            &format!("`{}` has no rows", item.ident),
            "a table is a set of statuses",
            "write one at least: `503 ServiceUnavailable,`",
        );
    }
    check_attrs(&item.attrs, errors);
    for row in &item.rows {
        check_attrs(&row.attrs, errors);
    }
}

fn check_attrs(attrs: &[Attribute], errors: &mut Errors) {
    for attr in attrs {
        if attr.is("cfg") {
            errors.report(
                attr,
                "a table's rows are the same in every build",
                "the codes, their order and the lookups all follow from the rows",
                "write the `#[cfg]` on the whole `status_table!`, or two tables",
            );
        }
    }
}
