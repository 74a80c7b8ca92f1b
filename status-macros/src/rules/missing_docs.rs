//! `missing_docs`: a status without documentation.

use crate::ast::{Input, Kind, Source};
use crate::error::Errors;

/// The doc comment is what API documentation, clients and operators read, and a problem's `title`
/// comes from it. What a variant takes from its field or from the registry is documented there.
pub fn check(input: &Input, errors: &mut Errors) {
    let table = input.kind.is_table();
    if table && input.documentation.is_blank() && !input.allows(None, "missing_docs") {
        report(input.ident, "table", "/// What our edge answers when an origin fails.", errors);
    }
    for variant in &input.variants {
        let own = matches!(variant.source, Source::Code(_) | Source::BadCode | Source::Missing);
        if own && variant.documentation.is_blank() && !input.allows(Some(variant), "missing_docs") {
            let what = match input.kind {
                Kind::Table(_) => "row",
                Kind::Enum => "variant",
                Kind::Struct => "struct",
            };
            report(variant.ident, what, "/// No order has this number.", errors);
        }
    }
}

fn report(name: &syn::Ident, what: &str, example: &str, errors: &mut Errors) {
    errors.report(
        name,
        &format!("`{name}` has no documentation"),
        &format!("the doc comment of a {what} is what people read about it"),
        &format!("write one, such as `{example}`, or `allow(missing_docs)`"),
    );
}
