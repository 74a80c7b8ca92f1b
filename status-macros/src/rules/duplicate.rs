//! `duplicate`: two rows or variants that cannot be told apart.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::Ident;

use crate::defaults;
use crate::error::{Errors, as_written};
use crate::model::{Parsed, Source, Variant};

/// What must be unique, and the variant that has it.
type Seen<'a> = BTreeMap<String, &'a Ident>;

/// In a table, each code, name and reason identifies one row. Variants of a derived type may share a
/// code (RFC 9205 §4.6 recommends general codes, with the difference in the content). Clients tell
/// them apart by `type`, which ends with the slug (RFC 9457 §3.1.1).
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    if parsed.subject.kind.is_table() {
        codes_names_and_reasons(parsed, errors);
    }
    slugs(parsed, errors);
}

fn codes_names_and_reasons(parsed: &Parsed, errors: &mut Errors) {
    let (mut codes, mut names, mut reasons) = (Seen::new(), Seen::new(), Seen::new());
    for row in &parsed.variants {
        let name = &row.ident;
        if names.insert(row.name.clone(), name).is_some() {
            let what = format!("duplicate row `{name}`");
            errors.report(row.location, name, &what, "", "rename one of them");
            continue;
        }
        let Some(code) = row.code() else { continue };
        if let Some(earlier) = codes.insert(code.value.to_string(), name) {
            errors.report(
                row.location,
                code,
                &format!("`{}` is already the code of `{earlier}`", as_written(code)),
                "each code must identify one row",
                &format!("remove `{earlier}` or `{name}`"),
            );
            continue;
        }
        let reason = defaults::reason(&row.attributes, code);
        if let Some(earlier) = reasons.insert(reason.clone(), name) {
            let at: &dyn ToTokens = match &row.attributes.reason {
                Some(given) => given,
                None => name,
            };
            errors.report(
                row.location,
                at,
                &format!("\"{reason}\" is already the reason of `{earlier}`"),
                "each reason must identify one row",
                "give each row its own reason",
            );
        }
    }
}

/// Variants may share a slug if both write it and have the same code, since a `type` names one kind of
/// problem (RFC 9457 §3.1.1). Its title must then be the same, too.
fn slugs(parsed: &Parsed, errors: &mut Errors) {
    let subject = &parsed.subject;
    let mut slugs: BTreeMap<String, &Variant<Source>> = BTreeMap::new();
    for variant in &parsed.variants {
        let Some(code) = variant.code() else { continue };
        let slug = defaults::slug(subject, &variant.attributes, &variant.name);
        let name = &variant.ident;
        let Some(earlier) = slugs.insert(slug.clone(), variant) else { continue };
        // Rows of one name have their own error.
        if earlier.name == variant.name {
            continue;
        }
        let Some(earlier_code) = earlier.code() else { continue };
        let written = earlier.attributes.slug.is_some() && variant.attributes.slug.is_some();
        let at: &dyn ToTokens = match &variant.attributes.slug {
            Some(given) => given,
            None => name,
        };
        let earlier_name = &earlier.ident;
        if written && code.value == earlier_code.value {
            let title = |variant: &Variant<Source>, code| {
                let reason = defaults::reason(&variant.attributes, code);
                let Variant { attributes, documentation, .. } = variant;
                defaults::title(subject, attributes, documentation, &reason)
            };
            let (own, other) = (title(variant, code), title(earlier, earlier_code));
            if own != other {
                errors.report(
                    variant.location,
                    at,
                    &format!(
                        "`{earlier_name}` and `{name}` share a slug and have different titles"
                    ),
                    "problems of one `type` have one title (RFC 9457 §3.1.3)",
                    &format!("write `title = {other:?}`, or a different slug"),
                );
            }
            continue;
        }
        errors.report(
            variant.location,
            at,
            &format!("\"{slug}\" is already the slug of `{earlier_name}`"),
            "clients tell problems apart by `type`, which ends with the slug (RFC 9457 §3.1.1)",
            &format!("write a different `slug = \"…\"` on `{earlier_name}` or `{name}`"),
        );
    }
}
