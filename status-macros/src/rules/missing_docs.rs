//! `missing_docs`: a status without documentation.

use syn::Ident;

use crate::ast::{Input, Kind, Source, Variant};
use crate::error::Errors;

/// The doc comment is what API documentation, clients and operators read, and a problem's `title`
/// comes from it. What a variant takes from its field or from the registry is documented there.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    let own = matches!(variant.source, Source::Code(_) | Source::BadCode | Source::Missing);
    if own && variant.documentation.is_blank() && !input.waives(Some(variant), "missing_docs") {
        let what = match input.kind {
            Kind::Table(_) => "row",
            Kind::Enum => "variant",
            Kind::Struct => "struct",
        };
        report(variant.ident, what, "/// No order has this number.", errors);
    }
}

/// A table is documented as a whole, too.
pub fn check_table(input: &Input, errors: &mut Errors) {
    let blank = input.kind.is_table() && input.documentation.is_blank();
    if blank && !input.waives(None, "missing_docs") {
        report(input.ident, "table", "/// What our edge answers when an origin fails.", errors);
    }
}

fn report(name: &Ident, what: &str, example: &str, errors: &mut Errors) {
    errors.report(
        name,
        &format!("`{name}` has no documentation"),
        &format!("the doc comment of a {what} is what people read about it"),
        &format!("write one, such as `{example}`, or `allow(missing_docs)`"),
    );
}
