//! Missing status: a variant or row that does not say its status.

use crate::ast::{Input, Kind, Source};
use crate::error::Errors;
use crate::registry;

/// There is no default: 500 for what nobody thought of is how a `_ => 500` swallows a 404.
pub fn check(input: &Input, errors: &mut Errors) {
    for variant in &input.variants {
        if !matches!(variant.source, Source::Missing) {
            continue;
        }
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
}
