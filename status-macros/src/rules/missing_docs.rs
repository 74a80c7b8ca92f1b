//! `missing_docs`: a status without documentation.

use syn::Meta;

use super::merge::{self, variants_of};
use crate::conditional::{conditional, may_have};
use crate::error::{Errors, list_first, mistake};
use crate::model::{Kind, Location, Parsed, Source, Subject, Unreadable, Variant};

/// The doc comment is what API documentation, clients and operators read, and a problem's `title`
/// follows from it. A status that comes from a field or from the registry is documented there.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let subject = &parsed.subject;
    if subject.kind.is_table()
        && subject.documentation.is_blank()
        && !may_have(&subject.attrs, "doc")
    {
        errors.report(
            Location::Type,
            &subject.ident,
            &format!("missing documentation for the table `{}`", subject.ident),
            "",
            &write("/// What our edge answers when an origin fails."),
        );
    }
    for variant in &parsed.variants {
        let has_row = matches!(
            variant.status,
            Source::Code(_)
                | Source::Transparent { fallback: Some(_), .. }
                | Source::Missing
                | Source::Unreadable(Unreadable::Code)
        );
        if has_row && variant.documentation.is_blank() && !is_exempt(variant) {
            let name = &variant.ident;
            errors.report(
                variant.location,
                name,
                &format!("missing documentation for the {} `{name}`", kind(subject)),
                "",
                &write("/// The order does not exist."),
            );
        }
    }
}

/// One error for each type: hundreds of them would bury the others.
pub fn merge(parsed: &Parsed, errors: Errors) -> Errors {
    let variants = variants_of(parsed, &errors);
    merge::merge(errors, &variants, 1, |names| {
        let kind = kind(&parsed.subject);
        let what = format!("missing documentation for the {kind}s {}", list_first(names));
        mistake(&variants[0].ident, &what, "", &write("/// The order does not exist."))
    })
}

fn write(example: &str) -> String {
    format!("write a doc comment such as `{example}`, or `#[status(allow(missing_docs))]`")
}

fn kind(subject: &Subject) -> &'static str {
    match subject.kind {
        Kind::Table(_) => "row",
        Kind::Enum => "variant",
        Kind::Struct => "struct",
    }
}

/// Whether the variant has `#[doc(hidden)]`, so that no documentation shows it, or documentation that
/// depends on a condition.
fn is_exempt(variant: &Variant<Source>) -> bool {
    let conditional = conditional(&variant.attrs);
    let mut metas = variant.attrs.iter().map(|attr| &attr.meta).chain(&conditional);
    let is_hidden = |meta: &Meta| match meta {
        Meta::List(list) if list.path.is_ident("doc") => {
            list.tokens.clone().into_iter().any(|token| token.to_string() == "hidden")
        }
        _ => false,
    };
    metas.any(is_hidden) || conditional.iter().any(|meta| meta.path().is_ident("doc"))
}
