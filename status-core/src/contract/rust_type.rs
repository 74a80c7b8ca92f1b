//! Reads a Rust type as it is written in the source.

/// Whether two types are the same to a client. A path can be written in part, and pointers are not
/// seen.
pub(super) fn is_same(old: &str, new: &str) -> bool {
    let (old, new) = (without_pointers(old), without_pointers(new));
    match (element(old), element(new)) {
        (Some(old), Some(new)) => is_same(old, new),
        _ => is_path_of(old, new) || is_path_of(new, old),
    }
}

/// Whether the path is the name, or leads to it.
fn is_path_of(path: &str, name: &str) -> bool {
    let is_of_modules =
        |text: &str| !text.contains(|c: char| c != ':' && c != '_' && !c.is_alphanumeric());
    path.strip_suffix(name)
        .is_some_and(|module| module.is_empty() || module.ends_with("::") && is_of_modules(module))
}

/// The type of the elements of a list without a length of its own.
fn element(text: &str) -> Option<&str> {
    let slice = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    slice.or_else(|| {
        let (name, element) = generic(text)?;
        (last_segment(name) == "Vec").then_some(element)
    })
}

/// The name and the arguments of a generic type.
fn generic(text: &str) -> Option<(&str, &str)> {
    text.strip_suffix('>')?.split_once('<')
}

fn without_pointers(text: &str) -> &str {
    let target = text.strip_prefix('&').or_else(|| {
        let (pointer, target) = generic(text)?;
        ["Box", "Rc", "Arc", "Cow"].contains(&last_segment(pointer)).then_some(target)
    });
    match target {
        Some(target) if target.starts_with('\'') => without_pointers(
            target.split_once([' ', ',']).map_or(target, |(_lifetime, target)| target.trim_start()),
        ),
        Some(target) => without_pointers(target),
        None => text,
    }
}

/// The type in the `Option`, if it is written as one: whether a field can be missing is compared by
/// itself.
pub(super) fn without_option(text: &str, is_optional: bool) -> &str {
    let inner =
        generic(text).and_then(|(name, inner)| (last_segment(name) == "Option").then_some(inner));
    inner.filter(|_| is_optional).unwrap_or(text)
}

/// The type of the value, without the pointers to it and its `Option`.
pub(super) fn of_value(text: &str, is_optional: bool) -> &str {
    without_pointers(without_option(without_pointers(text), is_optional))
}

pub(super) fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// The values of an integer type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    min: i128,
    max: u128,
}

impl Range {
    /// `None` if the name is not that of a type of the standard library, such as an alias.
    pub(super) fn of(rust_type: &str) -> Option<Self> {
        let name = match generic(rust_type) {
            Some((wrapper, inner)) if last_segment(wrapper) == "NonZero" => {
                return Self::of_primitive(inner).map(Self::without_zero);
            }
            _ => last_segment(rust_type),
        };
        match name.strip_prefix("NonZero") {
            Some(upper) => Self::of_primitive(&upper.to_ascii_lowercase()).map(Self::without_zero),
            None => Self::of_primitive(name),
        }
    }

    pub(super) const fn is_unsigned(self) -> bool {
        self.min >= 0
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

    pub(super) const fn includes(self, other: Self) -> bool {
        self.min <= other.min && self.max >= other.max
    }

    pub(super) fn contains(self, number: i128) -> bool {
        // A negative number is below every maximum.
        let is_below = u128::try_from(number).ok().is_none_or(|it| it <= self.max);
        self.min <= number && is_below
    }
}

#[cfg(test)]
mod tests {
    use super::{Range, is_same, of_value};

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
        assert!(Range::of("Own<u8>").is_none());
        let byte = Range::of_primitive("i8").unwrap();
        for (number, is_within) in
            [(-129, false), (-128, true), (0, true), (127, true), (128, false)]
        {
            assert_eq!(byte.contains(number), is_within, "{number}");
        }
    }

    #[test]
    fn a_pointer_and_the_modules_of_a_path_are_not_part_of_a_type() {
        for (one, other) in [
            ("u32", "Arc<u32>"),
            ("u32", "&u32"),
            ("Uuid", "uuid::Uuid"),
            ("Uuid", "&'static uuid::Uuid"),
            ("Cow<'static, Own>", "std::rc::Rc<Box<Own>>"),
            ("Vec<u8>", "&'static [u8]"),
            ("Vec<u8>", "Cow<'static,[u8]>"),
            ("std::vec::Vec<Uuid>", "Arc<[uuid::v4::Uuid]>"),
            ("Own<a::B>", "own_1::Own<a::B>"),
            ("Own<A, B>", "Box<Own<A, B>>"),
        ] {
            assert!(is_same(one, other) && is_same(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("a::Uuid", "b::Uuid"),
            ("Uuid", "OwnUuid"),
            ("<A as B>::Uuid", "Uuid"),
            ("Vec<u8>", "[u8; 3]"),
            ("Vec<u8>", "VecDeque<u8>"),
            ("Own<u8>", "u8"),
        ] {
            assert!(!is_same(one, other) && !is_same(other, one), "{one} {other}");
        }
    }

    #[test]
    fn the_value_is_in_the_pointer_and_in_the_option() {
        assert_eq!(of_value("Arc<Option<Box<u8>>>", true), "u8");
        assert_eq!(of_value("std::option::Option<&'static u8>", true), "u8");
        assert_eq!(of_value("Option<u8>", false), "Option<u8>");
        assert_eq!(of_value("OwnOption<u8>", true), "OwnOption<u8>");
    }
}
