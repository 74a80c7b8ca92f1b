//! `duplicate`: two rows or variants that cannot be told apart.

use std::collections::BTreeMap;
use std::fmt::Write as _;

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
    for Shared { earlier, variant, slug } in shared_slugs(parsed, |_| true) {
        let (Some(earlier_code), Some(code)) = (earlier.code(), variant.code()) else { continue };
        let (earlier_name, name) = (&earlier.ident, &variant.ident);
        let is_same_code = code.value == earlier_code.value;
        if !(is_written(earlier) && is_written(variant)) {
            let mut help =
                format!("write a different `slug = \"…\"` on `{earlier_name}` or `{name}`");
            if is_same_code {
                // Writing to a String cannot fail.
                let _ = write!(
                    help,
                    ", or `slug = {slug:?}` on both if they are the same kind of problem"
                );
            }
            errors.report(
                variant.location,
                at(variant),
                &format!("\"{slug}\" is already the slug of `{earlier_name}`"),
                "clients tell problems apart by `type`, which ends with the slug (RFC 9457 §3.1.1)",
                &help,
            );
        } else if !is_same_code && subject.attributes.type_base.is_some() {
            errors.report(
                variant.location,
                at(variant),
                &format!("\"{slug}\" is already the slug of `{earlier_name}`"),
                "the slug ends the `type`, and a `type` has one code (RFC 9457 §3.1.1)",
                &format!("write a different `slug = \"…\"` on `{earlier_name}` or `{name}`"),
            );
        } else if is_same_code {
            let title = |variant: &Variant<Source>, code| {
                let reason = defaults::reason(&variant.attributes, code);
                let Variant { attributes, documentation, .. } = variant;
                defaults::title(subject, attributes, documentation, &reason)
            };
            let (own, other) = (title(variant, code), title(earlier, earlier_code));
            if own != other {
                errors.report(
                    variant.location,
                    at(variant),
                    &format!(
                        "`{earlier_name}` and `{name}` share a slug and have different titles"
                    ),
                    "problems of one `type` have one title (RFC 9457 §3.1.3)",
                    &format!("write `title = {other:?}`, or a different slug"),
                );
            }
        }
    }
}

/// Without a `type_base`, a slug is just an error code, and some published error codes are sent
/// with several statuses.
pub fn check_codes_of_a_slug(parsed: &Parsed, errors: &mut Errors) {
    if parsed.subject.attributes.type_base.is_some() {
        return;
    }
    for Shared { earlier, variant, slug } in shared_slugs(parsed, is_written) {
        let (Some(earlier_code), Some(code)) = (earlier.code(), variant.code()) else { continue };
        if code.value != earlier_code.value {
            errors.report(
                variant.location,
                at(variant),
                &format!("\"{slug}\" is already the slug of `{}`", earlier.ident),
                &format!("it would be sent with {} and {}", earlier_code.value, code.value),
                "write a different slug, or add `allow(duplicate)` if it is already published",
            );
        }
    }
}

/// Two variants with one slug.
struct Shared<'a> {
    earlier: &'a Variant<Source>,
    variant: &'a Variant<Source>,
    slug: String,
}

fn shared_slugs(parsed: &Parsed, is_meant: fn(&Variant<Source>) -> bool) -> Vec<Shared<'_>> {
    let mut slugs: BTreeMap<String, &Variant<Source>> = BTreeMap::new();
    let meant = parsed.variants.iter().filter(|it| it.code().is_some() && is_meant(it));
    let shared = meant.filter_map(|variant| {
        let slug = defaults::slug(&parsed.subject, &variant.attributes, &variant.name);
        let earlier = slugs.insert(slug.clone(), variant)?;
        // Rows of one name have their own error.
        (earlier.name != variant.name).then_some(Shared { earlier, variant, slug })
    });
    shared.collect()
}

/// Whether the slug is written in an attribute.
fn is_written(variant: &Variant<Source>) -> bool {
    variant.attributes.slug.is_some()
}

/// Where to report the slug of a variant.
fn at(variant: &Variant<Source>) -> &dyn ToTokens {
    match &variant.attributes.slug {
        Some(given) => given,
        None => &variant.ident,
    }
}
