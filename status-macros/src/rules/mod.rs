//! The rules: one function each, in the file of its name.

use std::fmt::Write as _;

use syn::Ident;

use crate::ast::{Input, Source, Variant};
use crate::error::{Errors, as_written, list, mistake};
use crate::nearest;
use crate::syntax::{Fields, Member};

mod content;
mod duplicate;
mod foreign_reason;
mod header_grammar;
mod member_names;
mod misleading_name;
mod missing_docs;
mod missing_header;
mod missing_status;
mod range;
mod reason_grammar;
mod retired_code;
mod slug;
mod stale_allow;
mod stray_header;
mod table;
mod type_base;
mod unknown_key;
mod unregistered_code;

/// The rules that `allow(…)` can waive.
pub const WAIVABLE: [&str; 7] = [
    "foreign_reason",
    "misleading_name",
    "missing_docs",
    "missing_header",
    "retired_code",
    "stray_header",
    "unregistered_code",
];

/// Those that it cannot.
const FIXED: [&str; 12] = [
    "code",
    "content",
    "duplicate",
    "header_grammar",
    "member_names",
    "missing_status",
    "range",
    "reason_grammar",
    "slug",
    "table",
    "type_base",
    "unknown_key",
];

/// Holds one use of either macro to every rule.
pub fn check(input: &Input, errors: &mut Errors) {
    errors.at_type();
    table::check(input, errors);
    range::check_type(input, errors);
    type_base::check(input, errors);
    missing_docs::check_table(input, errors);
    duplicate::check(input, errors);
    for (index, variant) in input.variants.iter().enumerate() {
        errors.at_variant(index);
        check_variant(input, variant, errors);
    }
    stale_allow::check(input, errors);
}

fn check_variant(input: &Input, variant: &Variant, errors: &mut Errors) {
    missing_status::check(input, variant, errors);
    range::check(input, variant, errors);
    unknown_key::check(variant, errors);
    unregistered_code::check(input, variant, errors);
    retired_code::check(input, variant, errors);
    reason_grammar::check(input, variant, errors);
    foreign_reason::check(input, variant, errors);
    misleading_name::check(input, variant, errors);
    slug::check(variant, errors);
    // On a transparent variant, these keys are themselves the mistake.
    if !matches!(variant.source, Source::Transparent(_)) {
        header_grammar::check(variant, errors);
        missing_header::check(input, variant, errors);
        stray_header::check(input, variant, errors);
        member_names::check(variant, errors);
    }
    content::check(input, variant, errors);
    missing_docs::check(input, variant, errors);
}

/// Duplicate: what may be said once stands there again.
pub fn given_twice(again: &Ident) -> syn::Error {
    mistake(again, &format!("`{again}` is given twice"), "", "keep one of them")
}

/// An `allow(…)` of what is no rule that it can waive.
pub fn cannot_be_waived(rule: &Ident) -> syn::Error {
    let name = rule.to_string();
    let waivable = list(&WAIVABLE);
    if FIXED.contains(&name.as_str()) {
        let why = format!("those that can: {waivable}");
        return mistake(rule, &format!("the rule `{name}` cannot be waived"), &why, "");
    }
    let write = match nearest::nearest(&name, &WAIVABLE) {
        Some(near) => format!("did you mean `{near}`?"),
        None => String::new(),
    };
    let why = format!("those that can be waived: {waivable}");
    mistake(rule, &format!("`{name}` is no rule"), &why, &write)
}

/// A key names a field that the variant has not.
pub fn no_such_field(member: &Member, fields: &Fields) -> syn::Error {
    let mut has = match fields.all().len() {
        0 => "it has no fields",
        1 => "it has the field ",
        _ => "it has the fields ",
    }
    .to_owned();
    let mut separator = "";
    for field in fields.all() {
        // Writing to a String cannot fail.
        let _ = write!(has, "{separator}`{}`", as_written(&field.member));
        separator = ", ";
    }
    let write = match member {
        Member::Unnamed(index, _) => format!("for the text, write \"{index}\""),
        Member::Named(_) => String::new(),
    };
    mistake(member, &format!("there is no field `{}`", as_written(member)), &has, &write)
}

#[cfg(test)]
mod tests {
    use super::{FIXED, WAIVABLE};

    /// The rows of the README's table of rules: the name, and whether it can be waived.
    fn readme() -> Vec<(String, bool)> {
        let readme = include_str!("../../../README.md");
        let rules = readme.split("\n## Rules\n").nth(1).unwrap().split("\n## ").next().unwrap();
        let rows = rules.lines().filter_map(|line| line.strip_prefix("| `"));
        let row = |row: &str| {
            let (name, rest) = row.split_once("` |").unwrap();
            (name.to_owned(), rest.trim_end_matches('|').trim().ends_with("yes"))
        };
        rows.map(row).collect()
    }

    #[test]
    fn the_readme_has_every_rule_and_no_other() {
        let mut ours: Vec<(String, bool)> = FIXED.map(|rule| (rule.to_owned(), false)).to_vec();
        ours.extend(WAIVABLE.map(|rule| (rule.to_owned(), true)));
        ours.sort();
        let mut theirs = readme();
        theirs.sort();
        assert_eq!(ours, theirs);
    }
}
