//! Writes the source code of the packages whose builds are measured.

/// The attribute of a variant that derives `HttpStatus`.
pub fn status(index: u16) -> String {
    const CODES: [u16; 10] = [400, 403, 404, 409, 410, 422, 500, 502, 503, 504];
    format!("#[status({})]", CODES[usize::from(index) % CODES.len()])
}

/// The attributes of an enum that derives `HttpStatus`.
pub const DERIVE: &str = "#[derive(Debug, status_core::HttpStatus)]\n\
                          #[status(type_base = \"https://shop.example/errors/\")]\n";

/// An error enum with these attributes, and one on each variant.
pub fn error(head: &str, variants: u16, attribute: impl Fn(u16) -> String) -> String {
    enumeration("Error", head, variants, |index| {
        format!("{}\nThing{index}Failed,", attribute(index))
    })
}

/// An error enum whose variants have two fields. `keys` follow the code of each.
pub fn error_with_fields(variants: u16, keys: &str) -> String {
    enumeration("Error", DERIVE, variants, |index| {
        let attribute = status(index).replace(")]", &format!("{keys})]"));
        format!("{attribute}\n{}", two_fields(index))
    })
}

/// A variant with two fields.
pub fn two_fields(index: u16) -> String {
    format!("Thing{index}Failed {{ id: u64, name: String }},")
}

/// The enum of a table without any macro.
pub fn bare_table(rows: u16) -> String {
    let head = "#[derive(Clone, Copy)]\n#[repr(u16)]\n";
    enumeration("Status", head, rows, |index| format!("Row{index} = {},", 100 + index))
}

pub fn status_table(rows: u16) -> String {
    let head = "#[status(allow(unregistered_code, foreign_reason, retired_code))]\n";
    let table = enumeration("Status: 100..=599", head, rows, |index| {
        format!("{} Row{index} \"Reason number {index}\",", 100 + index)
    });
    format!("status_core::status_table! {{\n/// All rows.\n{table}}}\n")
}

/// The derives of strum that together do what a `status_table!` does.
pub fn strum_table(rows: u16) -> String {
    let head = "#[derive(Clone, Copy, strum::FromRepr, strum::IntoStaticStr, strum::EnumIter, \
                strum::EnumString, strum::EnumMessage)]\n#[repr(u16)]\n";
    enumeration("Status", head, rows, |index| {
        format!("#[strum(serialize = \"Reason number {index}\")]\nRow{index} = {},", 100 + index)
    })
}

pub fn enumeration(name: &str, head: &str, count: u16, line: impl Fn(u16) -> String) -> String {
    let documented = |index| format!("/// The documentation of number {index}.\n{}\n", line(index));
    let lines: String = (0..count).map(documented).collect();
    format!("{head}pub enum {name} {{\n{lines}}}\n")
}

/// An enum with its own variants that also delegates to other enums. The types have the same
/// `type_base`, so any two slugs could be equal.
pub struct Delegation {
    pub own: u16,
    pub types: u16,
    /// In each of the types.
    pub variants: u16,
}

impl Delegation {
    /// `attribute` is that of a delegating variant.
    pub fn source(&self, attribute: &str) -> String {
        let variant = |name: String| move |index| format!("{}\n{name}{index},", status(index));
        let mut source = String::new();
        for number in 0..self.types {
            let name = format!("Part{number}");
            let variant = variant(format!("{name}Number"));
            source += &enumeration(&name, DERIVE, self.variants, variant);
        }
        source += &enumeration("Error", DERIVE, self.own + self.types, |index| {
            match index.checked_sub(self.own) {
                None => variant("Own".to_owned())(index),
                Some(part) => format!("#[status({attribute})]\nPart{part}(Part{part}),"),
            }
        });
        source
    }
}

#[cfg(test)]
mod tests {
    use super::Delegation;

    #[test]
    fn a_delegation_has_its_own_variants_and_one_for_each_type() {
        let source = Delegation { own: 1, types: 2, variants: 1 }.source("transparent");
        let lines: Vec<&str> = source.lines().filter(|line| line.ends_with(',')).collect();
        let parts = ["Part0Number0,", "Part1Number0,", "Own0,", "Part0(Part0),", "Part1(Part1),"];
        assert_eq!(lines, parts);
        assert_eq!(source.matches("#[status(transparent)]").count(), 2);
    }
}
