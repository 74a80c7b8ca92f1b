//! `missing_status`: a variant or row without a status.

use super::merge::{self, variants_of};
use crate::error::{Errors, as_written, list_first, mistake};
use crate::model::{Delegate, Kind, Location, Parsed, Source, Subject, Variant};
use crate::{registry, types};

/// There is no default: a silent 500 would hide a forgotten `NotFound`.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        match &variant.status {
            Source::Missing => missing(&parsed.subject, variant, errors),
            Source::Transparent { delegate, .. } => {
                unknown_table(&parsed.subject, variant.location, delegate, errors);
            }
            Source::Code(_) | Source::Dynamic(_) | Source::Unreadable(_) => {}
        }
    }
}

fn missing(subject: &Subject, variant: &Variant<Source>, errors: &mut Errors) {
    if subject.attributes.misplaced_code {
        return;
    }
    let name = &variant.ident;
    let write = match (&subject.kind, registry::by_name(&variant.name)) {
        (Kind::Table(_), Some(entry)) => {
            format!("write `{} {}`", entry.code, entry.variant_name())
        }
        (Kind::Table(_), None) => "write the code before the name".to_owned(),
        (_, Some(entry)) => format!("write `#[status({})]`", entry.code),
        (_, None) if variant.fields.len() == 1 => {
            "write a code, as in `#[status(404)]`, or `#[status(transparent)]` to take the status of \
             the field"
                .to_owned()
        }
        (_, None) => "write a code, as in `#[status(404)]`".to_owned(),
    };
    let what = format!("missing status for `{name}`");
    errors.report(variant.location, name, &what, "", &write);
}

/// One error for many variants: each says the same.
pub fn merge(parsed: &Parsed, errors: Errors) -> Errors {
    let mut variants = variants_of(parsed, &errors);
    variants.retain(|variant| matches!(variant.status, Source::Missing));
    merge::merge(errors, &variants, 3, |names| {
        let write = match parsed.subject.kind {
            Kind::Table(_) => "write the code before each name",
            Kind::Enum | Kind::Struct => {
                "write a code on each, as in `#[status(404)]`, or `#[status(transparent)]` to take the \
                 status of the field"
            }
        };
        let what = format!("missing status for {}", list_first(names));
        mistake(&variants[0].ident, &what, "", write)
    })
}

/// A type has one table, a `static`, but its type parameter may be another type in each use.
fn unknown_table(subject: &Subject, location: Location, delegate: &Delegate, errors: &mut Errors) {
    let is_known = !types::mentions_parameter(&delegate.ty, &subject.generics)
        || types::is_or_points_to(&delegate.ty, &subject.ident);
    if delegate.unlisted || is_known {
        return;
    }
    errors.report(
        location,
        &delegate.ty,
        &format!("the statuses of `{}` are not known at compile time", as_written(&delegate.ty)),
        "it depends on a parameter, and a table is a `static`",
        "write `#[status(transparent, unlisted)]` to leave its statuses out of the table",
    );
}
