//! The rules: a file for each, and the list.

use crate::error::Errors;
use crate::model::{Checked, Parsed};

mod checked;
mod content;
mod decode;
mod detail;
mod duplicate;
mod foreign_reason;
mod grpc_mismatch;
mod header_grammar;
mod member_names;
mod merge;
mod misleading_name;
mod missing_docs;
mod missing_header;
mod missing_status;
mod packed;
mod placeholder;
mod range;
mod reason_grammar;
mod retired_code;
mod retry_mismatch;
mod rule;
mod slug;
mod source_in_detail;
mod stray_header;
mod table;
mod type_base;
mod unknown_key;
mod unregistered_code;
mod waivers;

pub use table::{refused_on_a_row, refused_on_a_table};
pub use waivers::Waivers;

use rule::{Rule, rule, waivable};

/// The rules, in the order in which the errors of one variant are reported. `code` is checked while
/// the code is read.
const RULES: &[Rule] = &[
    rule("code", |_, _| {}),
    rule("table", table::check),
    rule("type_base", type_base::check),
    rule("missing_status", missing_status::check).merged(missing_status::merge),
    rule("range", range::check).merged(range::merge),
    rule("unknown_key", unknown_key::check),
    rule("unknown_key", packed::check),
    rule("duplicate", duplicate::check),
    waivable("duplicate", duplicate::check_codes_of_a_slug),
    waivable("unregistered_code", unregistered_code::check),
    waivable("retired_code", retired_code::check),
    rule("reason_grammar", reason_grammar::check),
    waivable("foreign_reason", foreign_reason::check),
    waivable("misleading_name", misleading_name::check),
    waivable("grpc_mismatch", grpc_mismatch::check),
    waivable("retry_mismatch", retry_mismatch::check),
    rule("slug", slug::check),
    rule("header_grammar", header_grammar::check),
    waivable("missing_header", missing_header::check),
    rule("stray_header", stray_header::check_computed),
    waivable("stray_header", stray_header::check),
    rule("member_names", member_names::check),
    rule("content", content::check),
    rule("detail", detail::check),
    waivable("placeholder", placeholder::check),
    rule("source_in_detail", source_in_detail::check),
    rule("decode", decode::check_codes),
    rule("decode", decode::check_fields),
    waivable("missing_docs", missing_docs::check).merged(missing_docs::merge),
];

/// The checked model and its waivers, or the parsed model back if there are errors.
pub fn check(parsed: Parsed, errors: &mut Errors) -> Result<(Checked, Waivers), Box<Parsed>> {
    let mut waivers = Waivers::of(&parsed, RULES, errors);
    for rule in RULES {
        let mut violations = Errors::default();
        (rule.check)(&parsed, &mut violations);
        let mut left = Errors::default();
        for (location, error) in violations {
            if !(rule.waivable && waivers.waive(location, rule.name)) {
                left.push(location, error);
            }
        }
        for (location, error) in (rule.merge)(&parsed, left) {
            errors.push(location, error);
        }
    }
    if !errors.is_empty() {
        return Err(Box::new(parsed));
    }
    checked::checked(parsed).map(|checked| (checked, waivers))
}

/// The names of the rules that can be waived.
pub fn waivable_rules() -> impl Iterator<Item = &'static str> {
    RULES.iter().filter(|rule| rule.waivable).map(|rule| rule.name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::RULES;

    /// The rows of the guide's table of rules: the name, and whether it can be waived.
    fn guide() -> BTreeSet<(&'static str, bool)> {
        let guide = include_str!("../../../status-core/src/docs/rules.md");
        let rows = guide.lines().filter_map(|line| line.strip_prefix("| `"));
        rows.filter_map(|row| {
            let (name, rest) = row.split_once("` |")?;
            let waivable = rest.trim_end_matches(['|', ' ']).ends_with("yes");
            Some((name, waivable))
        })
        .collect()
    }

    #[test]
    fn the_guide_has_every_rule_and_no_other() {
        // A rule with a part that cannot be waived counts as one that can.
        let waivable = RULES.iter().filter(|rule| rule.waivable).map(|rule| rule.name);
        let waivable: BTreeSet<_> = waivable.collect();
        let ours: BTreeSet<_> =
            RULES.iter().map(|rule| (rule.name, waivable.contains(rule.name))).collect();
        assert_eq!(ours, guide());
    }
}
