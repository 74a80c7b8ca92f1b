//! Duplicate: two rows or variants that cannot be told apart.

use std::mem;

use quote::ToTokens;
use syn::Ident;
use syn::ext::IdentExt;

use crate::ast::Input;
use crate::error::{Errors, as_written};

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
    let (mut codes, mut names, mut reasons) = (Seen::new(), Seen::new(), Seen::new());
    for (index, row) in input.variants.iter().enumerate() {
        errors.at_variant(index);
        let name = row.ident;
        if names.insert(row.name.as_str(), name).is_some() {
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
        let reason = &*row.reason;
        if let Some(earlier) = reasons.insert(reason, name) {
            let at: &dyn ToTokens = match &row.attrs.reason {
                Some(given) => given,
                None => name,
            };
            errors.report(
                at,
                &format!("\"{reason}\" is the reason of `{earlier}` already"),
                "a table leads from a reason back to one row",
                "give each row a reason of its own",
            );
        }
    }
}

fn slugs(input: &Input, errors: &mut Errors) {
    let mut slugs = Seen::new();
    for (index, variant) in input.variants.iter().enumerate() {
        if variant.code().is_none() {
            continue;
        }
        errors.at_variant(index);
        let (slug, name) = (variant.slug.as_str(), variant.ident);
        // Rows of one name have had their error.
        if let Some(earlier) =
            slugs.insert(slug, name).filter(|earlier| earlier.unraw() != name.unraw())
        {
            let at: &dyn ToTokens = match &variant.attrs.slug {
                Some(given) => given,
                None => name,
            };
            errors.report(
                at,
                &format!("\"{slug}\" is the slug of `{earlier}` already"),
                "a client tells problems apart by their `type`, which ends in the slug (RFC 9457 §3.1.1)",
                &format!("write another `slug = \"…\"` on `{earlier}` or `{name}`"),
            );
        }
    }
}

/// What must be there once, and the name of the row or variant that had it last. It is kept in order
/// rather than in a hash map, which costs every build of this crate more than it would save here.
struct Seen<'a, T>(Vec<(T, &'a Ident)>);

impl<'a, T: Ord> Seen<'a, T> {
    fn new() -> Self {
        Self(Vec::new())
    }

    /// Returns the name that had it already.
    fn insert(&mut self, what: T, name: &'a Ident) -> Option<&'a Ident> {
        match self.0.binary_search_by(|(seen, _)| seen.cmp(&what)) {
            Ok(at) => Some(mem::replace(&mut self.0[at].1, name)),
            Err(at) => {
                self.0.insert(at, (what, name));
                None
            }
        }
    }
}
