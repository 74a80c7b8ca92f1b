//! `member_names`: the names of a problem's extension members, and the fields that they name.

use crate::error::{Errors, as_written};
use crate::members::{self, Value};
use crate::messages::{given_twice, no_such_field};
use crate::model::{Location, MemberItem, MemberValue, Parsed, Source, Variant};

/// The members that every problem may have (RFC 9457 §3.1).
const STANDARD: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// An extension member has a name of its own (RFC 9457 §3.2), with the letters that §4 allows.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let shared = &parsed.subject.attributes.of_each.members;
    names(shared, &[], Location::Type, errors);
    shared_values(parsed, errors);
    for variant in parsed.variants.iter().filter(|variant| !variant.is_transparent()) {
        let shared = shared.iter().filter(|item| !members::is_replaced(item, variant));
        let shared: Vec<_> = shared.collect();
        names(&variant.attributes.members, &shared, variant.location, errors);
        own_values(variant, errors);
    }
}

fn names(items: &[MemberItem], shared: &[&MemberItem], location: Location, errors: &mut Errors) {
    for (index, item) in items.iter().enumerate() {
        let MemberItem { name, tokens, value } = item;
        let written = as_written(tokens);
        let written = if written.starts_with('"') { written } else { format!("`{written}`") };
        let is_field =
            matches!(value, MemberValue::Name(field) if as_written(field) == as_written(tokens));
        let write = if is_field {
            &format!("rename the field, or name the member, as in `name = {name}`")
        } else {
            "write another name"
        };
        let is_repeated = |earlier: &MemberItem| earlier.name == *name;
        if items[..index].iter().any(is_repeated) {
            errors.push(location, given_twice(tokens));
        } else if shared.iter().any(|earlier| is_repeated(earlier)) {
            errors.report(
                location,
                tokens,
                &format!("{written} is already a member of every variant"),
                "the type has it in its `members(…)`",
                "remove one of them",
            );
        } else if STANDARD.contains(&name.as_str()) {
            errors.report(
                location,
                tokens,
                &format!("{written} is the name of a standard member"),
                "an extension member cannot replace it (RFC 9457 §3.2)",
                write,
            );
        } else if !is_name(name) {
            errors.report(
                location,
                tokens,
                &format!("{written} is not a valid member name"),
                "a name begins with a letter and consists of letters, digits and `_` (RFC 9457 §4)",
                write,
            );
        }
    }
}

/// Checks the values of a variant's own members.
fn own_values(variant: &Variant<Source>, errors: &mut Errors) {
    for (item, value) in members::own(variant) {
        match value {
            Value::Field(member) if variant.field(&member).is_none() => {
                let write = format!("for the number itself, write `{}_i64`", as_written(&member));
                let error = no_such_field(&member, &variant.fields, &write);
                errors.push(variant.location, error);
            }
            Value::Slug if matches!(variant.status, Source::Dynamic(_)) => errors.report(
                variant.location,
                &item.tokens,
                "a `dynamic` variant has no slug",
                "its status is the registry's row for the code",
                "remove the member, or write a string",
            ),
            _ => {}
        }
    }
}

/// Checks the values of the members that an enum adds to each variant, and reports the first
/// variant that lacks one.
fn shared_values(parsed: &Parsed, errors: &mut Errors) {
    for item in &parsed.subject.attributes.of_each.members {
        let MemberValue::Name(word) = &item.value else { continue };
        let variants = parsed
            .variants
            .iter()
            .filter(|variant| !variant.is_transparent() && !members::is_replaced(item, variant));
        let mut lack = variants.filter_map(|variant| {
            let name = &variant.ident;
            match members::shared_value(item, variant) {
                Value::Field(field) if variant.field(&field).is_none() => {
                    let what = format!("the variant `{name}` has no field `{word}`");
                    Some((what, "move this member to the variants that have the field".to_owned()))
                }
                Value::Slug if matches!(variant.status, Source::Dynamic(_)) => {
                    let what = format!("the `dynamic` variant `{name}` has no slug");
                    Some((
                        what,
                        format!(
                            "write `members({} = \"…\")` on that variant",
                            as_written(&item.tokens)
                        ),
                    ))
                }
                _ => None,
            }
        });
        if let Some((what, write)) = lack.next() {
            errors.report(
                Location::Type,
                word,
                &what,
                "on an enum, `members(…)` adds to each of its variants",
                &write,
            );
        }
    }
}

/// Whether an extension member may have this name.
pub fn is_extension(name: &str) -> bool {
    is_name(name) && !STANDARD.contains(&name)
}

fn is_name(text: &str) -> bool {
    text.bytes().next().is_some_and(|c| c.is_ascii_alphabetic())
        && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_')
}
