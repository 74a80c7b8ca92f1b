//! Duplicate: two rows or variants that cannot be told apart.

use std::collections::{HashMap, HashSet};

use quote::ToTokens;

use crate::ast::Input;
use crate::error::{Errors, as_written};
use crate::status;

/// A table leads back from a code, a name or a reason to one row. Variants of a derived type may
/// share a code (RFC 9205 §4.6 wants general codes, told apart in the content), and are told apart
/// by their slugs: a problem's `type` is what a client switches on (RFC 9457 §3.1.1).
pub fn check(input: &Input, errors: &mut Errors) {
    if input.kind.is_table() {
        codes_names_and_reasons(input, errors);
    }
    slugs(input, errors);
}

fn codes_names_and_reasons(input: &Input, errors: &mut Errors) {
    let mut codes = HashMap::new();
    let mut names = HashSet::new();
    let mut reasons = HashMap::new();
    for (index, row) in input.variants.iter().enumerate() {
        errors.at_variant(index);
        let name = row.ident;
        if !names.insert(name) {
            let what = format!("`{name}` names two rows");
            errors.report(name, &what, "", "name one of them otherwise");
            continue;
        }
        let Some(code) = row.code() else { continue };
        if let Some(earlier) = codes.insert(code.value, name) {
            errors.report(
                code,
                &format!("`{}` is the code of `{earlier}` already", as_written(code)),
                "a table leads from a code back to one row",
                &format!("keep one of `{earlier}` and `{name}`"),
            );
            continue;
        }
        let reason = status::reason(row);
        if let Some(earlier) = reasons.insert(reason.clone(), name) {
            let at =
                row.attrs.reason.as_ref().map_or(name.to_token_stream(), ToTokens::to_token_stream);
            errors.report(
                &at,
                &format!("\"{reason}\" is the reason of `{earlier}` already"),
                "a table leads from a reason back to one row",
                "give each row a reason of its own",
            );
        }
    }
}

fn slugs(input: &Input, errors: &mut Errors) {
    let mut slugs = HashMap::new();
    for (index, variant) in input.variants.iter().enumerate() {
        if variant.code().is_none() {
            continue;
        }
        errors.at_variant(index);
        let (slug, name) = (variant.slug.as_str(), variant.ident);
        // Rows of one name have had their error.
        if let Some(earlier) = slugs.insert(slug, name).filter(|earlier| *earlier != name) {
            let at = match &variant.attrs.slug {
                Some(given) => given.to_token_stream(),
                None => name.to_token_stream(),
            };
            errors.report(
                &at,
                &format!("\"{slug}\" is the slug of `{earlier}` already"),
                "a client tells problems apart by their `type`, which ends in the slug (RFC 9457 §3.1.1)",
                &format!("write another `slug = \"…\"` on `{earlier}` or `{name}`"),
            );
        }
    }
}
