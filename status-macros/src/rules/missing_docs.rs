//! `missing_docs`: a status without documentation.

use syn::Ident;

use crate::error::Errors;
use crate::model::{Kind, Location, Parsed, Source, Unreadable};

/// The doc comment is what API documentation, clients and operators read, and a problem's `title`
/// follows from it. A status that comes from a field or from the registry is documented there.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let subject = &parsed.subject;
    if subject.kind.is_table() && subject.documentation.is_blank() {
        let example = "/// What our edge answers when an origin fails.";
        report(Location::Type, &subject.ident, "table", example, errors);
    }
    let kind = match subject.kind {
        Kind::Table(_) => "row",
        Kind::Enum => "variant",
        Kind::Struct => "struct",
    };
    for variant in &parsed.variants {
        let has_row = matches!(
            variant.status,
            Source::Code(_) | Source::Missing | Source::Unreadable(Unreadable::Code)
        );
        if has_row && variant.documentation.is_blank() {
            let example = "/// The order does not exist.";
            report(variant.location, &variant.ident, kind, example, errors);
        }
    }
}

fn report(location: Location, name: &Ident, kind: &str, example: &str, errors: &mut Errors) {
    errors.report(
        location,
        name,
        &format!("missing documentation for the {kind} `{name}`"),
        "",
        &format!("write a doc comment such as `{example}`, or `#[status(allow(missing_docs))]`"),
    );
}
