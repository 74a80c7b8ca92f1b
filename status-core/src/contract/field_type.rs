//! Compares the types of a member: whether a client of the old one can read the new one.

use alloc::format;
use alloc::string::String;

use super::change::FieldChange;
use crate::describe::CatalogMember;

/// How the type and value of a member have changed. `None` if they are the same.
pub(super) fn compare(old: &CatalogMember, new: &CatalogMember) -> Option<FieldChange> {
    match (&old.value, &new.value) {
        (Some(old), Some(new)) if old == new => None,
        (Some(old), Some(new)) => {
            Some(FieldChange::Value { old: quoted(old), new: Some(quoted(new)) })
        }
        (Some(value), None) if old.json_type == new.json_type => {
            Some(FieldChange::Value { old: quoted(value), new: None })
        }
        (None, Some(value)) if may_be(old, new, value) => {
            Some(FieldChange::Constant { value: quoted(value) })
        }
        _ => compare_types(old, new),
    }
}

fn quoted(json: &str) -> String {
    format!("`{json}`")
}

/// Whether a field of the old type could have the value.
fn may_be(old: &CatalogMember, new: &CatalogMember, value: &str) -> bool {
    old.json_type.is_some()
        && old.json_type == new.json_type
        && match Range::of(old) {
            Some(range) => value.parse().is_ok_and(|number| range.contains(number)),
            None => old.json_type.as_deref() != Some("integer"),
        }
}

fn compare_types(old: &CatalogMember, new: &CatalogMember) -> Option<FieldChange> {
    let (old_rust, new_rust) = (rust_type(old), rust_type(new));
    if old_rust == new_rust && old.json_type == new.json_type {
        return None;
    }
    let (old_type, new_type) = (label(old), label(new));
    let wider = FieldChange::Type { old: old_type.clone(), new: new_type.clone() };
    let narrower = FieldChange::NarrowerType { old: old_type.clone(), new: new_type.clone() };
    let same = FieldChange::SameType { old: old_type, new: new_type };
    Some(match (old.json_type.as_deref(), new.json_type.as_deref()) {
        (Some("number"), Some("integer")) => narrower,
        (Some("integer"), Some("integer")) => match (Range::of(old), Range::of(new)) {
            (Some(old), Some(new)) if old == new => same,
            (Some(old), Some(new)) if old.includes(new) => narrower,
            _ => wider,
        },
        // These have one form in JSON, whatever the Rust type is.
        (Some(old @ ("string" | "boolean" | "number")), Some(new)) if old == new => same,
        // The type of the elements, or one of the service's own, is known only by its name.
        _ => wider,
    })
}

/// The type in JSON, and in Rust where that says more.
fn label(member: &CatalogMember) -> String {
    match (&member.json_type, &member.rust_type) {
        (Some(json), Some(rust)) => format!("{json} (`{rust}`)"),
        (Some(json), None) => json.clone(),
        (None, Some(rust)) => format!("`{rust}`"),
        (None, None) => String::from("unknown"),
    }
}

/// The Rust type without `Option`: whether a member can be missing is compared by itself.
fn rust_type(member: &CatalogMember) -> Option<&str> {
    Some(without_option(member.rust_type.as_deref()?, member.optional))
}

/// The type in the `Option`, if it is written as one.
pub(super) fn without_option(text: &str, is_optional: bool) -> &str {
    let inner = text.strip_suffix('>').and_then(|text| {
        let (wrapper, inner) = text.split_once('<')?;
        let is_option = wrapper == "Option" || wrapper.ends_with("::option::Option");
        is_option.then_some(inner)
    });
    inner.filter(|_| is_optional).unwrap_or(text)
}

/// The values of an integer type.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Range {
    min: i128,
    max: u128,
}

impl Range {
    /// `None` if the name is not that of a type of the standard library, such as an alias.
    fn of(member: &CatalogMember) -> Option<Self> {
        let text = rust_type(member)?;
        let non_zero = text.strip_suffix('>').and_then(|text| {
            let (wrapper, inner) = text.split_once('<')?;
            (last_segment(wrapper) == "NonZero").then_some(inner)
        });
        if let Some(inner) = non_zero {
            return Self::of_primitive(inner).map(Self::without_zero);
        }
        let name = last_segment(text);
        match name.strip_prefix("NonZero") {
            Some(upper) => Self::of_primitive(&upper.to_ascii_lowercase()).map(Self::without_zero),
            None => Self::of_primitive(name),
        }
    }

    fn of_primitive(name: &str) -> Option<Self> {
        let unsigned = |max: u128| Some(Self { min: 0, max });
        let signed = |min: i128| Some(Self { min, max: min.unsigned_abs() - 1 });
        match name {
            "u8" => unsigned(u8::MAX.into()),
            "u16" => unsigned(u16::MAX.into()),
            "u32" => unsigned(u32::MAX.into()),
            // As wide as on the largest machines.
            "u64" | "usize" => unsigned(u64::MAX.into()),
            "u128" => unsigned(u128::MAX),
            "i8" => signed(i8::MIN.into()),
            "i16" => signed(i16::MIN.into()),
            "i32" => signed(i32::MIN.into()),
            "i64" | "isize" => signed(i64::MIN.into()),
            "i128" => signed(i128::MIN),
            _ => None,
        }
    }

    /// For a signed type, zero is within the bounds.
    const fn without_zero(self) -> Self {
        let min = if self.min == 0 { 1 } else { self.min };
        Self { min, max: self.max }
    }

    const fn includes(self, other: Self) -> bool {
        self.min <= other.min && self.max >= other.max
    }

    fn contains(self, number: i128) -> bool {
        // A negative number is below every maximum.
        let is_below = u128::try_from(number).ok().is_none_or(|it| it <= self.max);
        self.min <= number && is_below
    }
}

fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{CatalogMember, FieldChange, Range, compare};

    #[test]
    fn an_integer_has_the_range_of_its_type() {
        for (name, min, max) in [
            ("u8", 0, 255),
            ("u16", 0, 65_535),
            ("u32", 0, 4_294_967_295),
            ("u64", 0, 18_446_744_073_709_551_615),
            ("usize", 0, 18_446_744_073_709_551_615),
            ("u128", 0, u128::MAX),
            ("i8", -128, 127),
            ("i16", -32_768, 32_767),
            ("i32", -2_147_483_648, 2_147_483_647),
            ("i64", -9_223_372_036_854_775_808, 9_223_372_036_854_775_807),
            ("isize", -9_223_372_036_854_775_808, 9_223_372_036_854_775_807),
            ("i128", i128::MIN, i128::MAX.unsigned_abs()),
        ] {
            let range = Range::of_primitive(name).unwrap();
            assert_eq!((range.min, range.max), (min, max), "{name}");
        }
        let byte = Range::of_primitive("i8").unwrap();
        for (number, is_within) in
            [(-129, false), (-128, true), (0, true), (127, true), (128, false)]
        {
            assert_eq!(byte.contains(number), is_within, "{number}");
        }
    }

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
        assert!(compare(&old, &member(None, Some("number"), Some("1"))).is_none());
    }

    #[test]
    fn a_constant_in_place_of_a_value_of_unknown_type_is_another_type() {
        let own = member(Some("Own"), None, None);
        let constant = member(None, None, Some("1"));
        assert!(matches!(compare(&own, &constant), Some(FieldChange::Type { .. })));
    }

    #[test]
    fn only_the_same_json_type_is_the_same_for_a_client() {
        let change =
            |old, new| compare(&member(Some("A"), old, None), &member(Some("B"), new, None));
        let (string, array) = (Some("string"), Some("array"));
        assert!(matches!(change(string, string), Some(FieldChange::SameType { .. })));
        assert!(matches!(change(string, array), Some(FieldChange::Type { .. })));
    }
}
