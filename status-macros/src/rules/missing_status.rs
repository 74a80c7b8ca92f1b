//! Missing status: a variant or row that does not say its status.

use crate::ast::{Delegate, Input, Kind, Source, Variant};
use crate::error::{Errors, as_written};
use crate::registry;

/// There is no default: 500 for what nobody thought of is how a `_ => 500` swallows a 404.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    match &variant.source {
        Source::Missing => missing(input, variant, errors),
        Source::Transparent(delegate) => unknown_table(input, delegate, errors),
        Source::Code(_) | Source::Dynamic(_) | Source::BadCode | Source::Broken => {}
    }
}

fn missing(input: &Input, variant: &Variant, errors: &mut Errors) {
    let name = variant.ident;
    let code = registry::by_name(&name.to_string()).map(|entry| entry.code);
    let write = match (input.kind, code) {
        (Kind::Table(_), code) => format!("write `{} {name}`", code.unwrap_or(input.range().0)),
        (_, Some(code)) => format!("write `#[status({code})]`"),
        (_, None) => {
            "write `#[status(404)]`, or `#[status(transparent)]` to take its field's".to_owned()
        }
    };
    let why = "each says its own: there is no silent 500";
    errors.report(name, &format!("`{name}` has no status"), why, &write);
}

/// A table is one `static` a type, and what a type parameter stands for differs from use to use.
fn unknown_table(input: &Input, delegate: &Delegate, errors: &mut Errors) {
    if delegate.unlisted || !input.mentions_parameter(delegate.ty) {
        return;
    }
    errors.report(
        delegate.ty,
        &format!("the statuses of `{}` are not known here", as_written(delegate.ty)),
        "it is generic, and what it stands for differs from use to use",
        "write `#[status(transparent, unlisted)]`: then its statuses are in no table",
    );
}
