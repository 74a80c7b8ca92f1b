//! Compares the types and values of members and of header fields: whether a client of the old one can
//! read the new one.

use alloc::format;
use alloc::string::String;
use core::cmp::Ordering;

use super::change::FieldChange;
use super::rust_type::{self, Range};
use crate::describe::doc::code;
use crate::describe::{CatalogHeaderField, CatalogMember};

/// The values of a type, compared with those of the old one.
enum Values {
    Same,
    Fewer,
    Others,
}

impl Values {
    fn change(self, old: String, new: String) -> FieldChange {
        match self {
            Self::Same => FieldChange::SameType { old, new },
            Self::Fewer => FieldChange::NarrowerType { old, new },
            Self::Others => FieldChange::Type { old, new },
        }
    }
}

/// How the type and value of a member have changed. `None` if they are the same.
pub(super) fn compare_members(old: &CatalogMember, new: &CatalogMember) -> Option<FieldChange> {
    match (&old.value, &new.value) {
        (Some(old), Some(new)) if old == new => None,
        (Some(old), Some(new)) => Some(FieldChange::Value { old: code(old), new: Some(code(new)) }),
        (Some(value), None) if old.json_type == new.json_type => {
            Some(FieldChange::Value { old: code(value), new: None })
        }
        (None, Some(value)) if may_be(old, new, value) => {
            Some(FieldChange::Constant { value: code(value) })
        }
        _ => compare_member_types(old, new),
    }
}

/// Whether a field of the old type could have the value.
fn may_be(old: &CatalogMember, new: &CatalogMember, value: &str) -> bool {
    old.json_type.is_some()
        && old.json_type == new.json_type
        && match range(old) {
            Some(range) => value.parse().is_ok_and(|number| range.contains(number)),
            None => old.json_type.as_deref() != Some("integer"),
        }
}

fn compare_member_types(old: &CatalogMember, new: &CatalogMember) -> Option<FieldChange> {
    let (old_label, new_label) = (label_of_member(old), label_of_member(new));
    (old_label != new_label).then(|| values(old, new).change(old_label, new_label))
}

fn values(old: &CatalogMember, new: &CatalogMember) -> Values {
    let (old_json, new_json) = (old.json_type.as_deref(), new.json_type.as_deref());
    match (old_json, new_json) {
        (Some("number"), Some("integer")) => Values::Fewer,
        // These have one form in JSON, whatever the Rust type is.
        (Some(old @ ("string" | "boolean" | "number")), Some(new)) if old == new => Values::Same,
        // The type of the elements, one of the service's own, or an alias is known only by its name.
        (old_json, new_json) if old_json == new_json && is_same_type(old, new) => Values::Same,
        (Some("integer"), Some("integer")) => match (range(old), range(new)) {
            (Some(old), Some(new)) if old == new => Values::Same,
            (Some(old), Some(new)) if old.includes(new) => Values::Fewer,
            _ => Values::Others,
        },
        _ => Values::Others,
    }
}

fn is_same_type(old: &CatalogMember, new: &CatalogMember) -> bool {
    match (type_of_value(old), type_of_value(new)) {
        (Some(old), Some(new)) => rust_type::is_same(old, new),
        _ => false,
    }
}

fn range(member: &CatalogMember) -> Option<Range> {
    Range::of(type_of_value(member)?)
}

fn type_of_value(member: &CatalogMember) -> Option<&str> {
    Some(rust_type::of_value(member.rust_type.as_deref()?, member.optional))
}

/// The Rust type without `Option`.
fn as_written(rust_type: Option<&str>, is_optional: bool) -> Option<&str> {
    rust_type.map(|text| rust_type::without_option(text, is_optional))
}

/// The constant, or the type in JSON, and in Rust where that says more.
fn label_of_member(member: &CatalogMember) -> String {
    let CatalogMember { rust_type, json_type, optional, value, .. } = member;
    match (value, json_type, as_written(rust_type.as_deref(), *optional)) {
        (Some(value), _, _) => constant(value),
        (None, Some(json), Some(rust)) => format!("{json} ({})", code(rust)),
        (None, Some(json), None) => json.clone(),
        (None, None, Some(rust)) => code(rust),
        (None, None, None) => String::from("unknown"),
    }
}

fn constant(value: &str) -> String {
    format!("the constant {}", code(value))
}

/// What clients see of a header field's type. Each includes the ones before it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Syntax {
    Digits,
    Integer,
    Text,
}

impl Syntax {
    fn of_type(rust_type: &str) -> Self {
        match (rust_type::last_segment(rust_type), Range::of(rust_type)) {
            // Its seconds.
            ("Duration", _) => Self::Digits,
            (_, Some(range)) if range.is_unsigned() => Self::Digits,
            (_, Some(_)) => Self::Integer,
            (_, None) => Self::Text,
        }
    }

    fn of_constant(value: &str) -> Self {
        match (value.parse::<u64>(), value.parse::<i64>()) {
            (Ok(_), _) => Self::Digits,
            (_, Ok(_)) => Self::Integer,
            _ => Self::Text,
        }
    }

    fn of(field: &CatalogHeaderField) -> Self {
        match (&field.value, &field.rust_type) {
            (Some(value), _) => Self::of_constant(value),
            (None, Some(text)) => Self::of_type(rust_type::of_value(text, field.optional)),
            (None, None) => Self::Text,
        }
    }
}

/// How the type and value of a header field have changed. `None` if they are the same.
pub(super) fn compare_header_fields(
    old: &CatalogHeaderField,
    new: &CatalogHeaderField,
) -> Option<FieldChange> {
    let (old_label, new_label) = (label_of_header_field(old), label_of_header_field(new));
    if old_label == new_label {
        return None;
    }
    // Clients read the delay from each response.
    if old.name.eq_ignore_ascii_case("Retry-After") {
        return Some(Values::Same.change(old_label, new_label));
    }
    let values = match Syntax::of(new).cmp(&Syntax::of(old)) {
        Ordering::Equal => Values::Same,
        Ordering::Less => Values::Fewer,
        Ordering::Greater => Values::Others,
    };
    Some(match (&old.value, &new.value, values) {
        (Some(old), new, _) => FieldChange::Value { old: code(old), new: new.as_deref().map(code) },
        (None, Some(value), Values::Same | Values::Fewer) => {
            FieldChange::Constant { value: code(value) }
        }
        (None, _, values) => values.change(old_label, new_label),
    })
}

/// The constant, or the Rust type.
fn label_of_header_field(field: &CatalogHeaderField) -> String {
    match (&field.value, as_written(field.rust_type.as_deref(), field.optional)) {
        (Some(value), _) => constant(value),
        (None, Some(rust)) => code(rust),
        (None, None) => String::from("unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::{CatalogMember, FieldChange, compare_members};

    fn member(
        rust_type: Option<&str>,
        json_type: Option<&str>,
        value: Option<&str>,
    ) -> CatalogMember {
        CatalogMember {
            name: "member".into(),
            rust_type: rust_type.map(Into::into),
            json_type: json_type.map(Into::into),
            optional: false,
            value: value.map(Into::into),
        }
    }

    #[test]
    fn a_constant_that_stays_is_no_change_whatever_its_type_is_called() {
        let old = member(None, Some("integer"), Some("1"));
        assert!(compare_members(&old, &member(None, Some("number"), Some("1"))).is_none());
    }

    #[test]
    fn a_constant_in_place_of_a_value_of_unknown_type_is_another_type() {
        let own = member(Some("Own"), None, None);
        let constant = member(None, None, Some("1"));
        assert!(matches!(compare_members(&own, &constant), Some(FieldChange::Type { .. })));
    }

    #[test]
    fn only_the_same_json_type_is_the_same_for_a_client() {
        let change = |old, new| {
            compare_members(&member(Some("A"), old, None), &member(Some("B"), new, None))
        };
        let (string, array) = (Some("string"), Some("array"));
        assert!(matches!(change(string, string), Some(FieldChange::SameType { .. })));
        assert!(matches!(change(string, array), Some(FieldChange::Type { .. })));
    }
}
