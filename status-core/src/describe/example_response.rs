//! An example of the response that a status has, for the catalog. It is made of what a catalog file has,
//! without the Rust types and their schemas, of which OpenAPI documents have their examples.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use serde_json::Value;

use super::entry::{CatalogHeaderField, CatalogMember, CatalogStatus};
use super::facts;
use crate::problem::details::MEDIA_TYPE;

/// The response as it is on the wire, with the content indented. A value that differs between
/// occurrences is made up, and an optional one is included.
pub(super) fn of(status: &CatalogStatus) -> String {
    let CatalogStatus { code, reason, .. } = status;
    let has_content = facts::has_content(status);
    let mut lines = vec![format!("HTTP/1.1 {code} {reason}")];
    if has_content {
        lines.push(format!("Content-Type: {MEDIA_TYPE}"));
    }
    let fields = status.header_fields.iter();
    lines.extend(fields.map(|field| format!("{}: {}", field.name, header_value(field))));
    if has_content {
        lines.extend([String::new(), content(status)]);
    }
    lines.join("\n")
}

fn content(status: &CatalogStatus) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let mut members: Vec<(&str, String)> = Vec::new();
    if let Some(uri) = &status.type_uri {
        members.push(("type", quoted(uri)));
    }
    members.push(("title", quoted(&status.title)));
    members.push(("status", status.code.to_string()));
    // In the order in which they are sent.
    members.extend(status.members.iter().filter(|it| it.value.is_some()).map(named));
    if status.exposed {
        members.push(("detail", quoted("what happened this time")));
    }
    members.extend(status.members.iter().filter(|it| it.value.is_none()).map(named));
    let lines = members.iter().map(|(name, json)| format!("  {}: {json}", quoted(name)));
    format!("{{\n{}\n}}", lines.collect::<Vec<_>>().join(",\n"))
}

fn named(member: &CatalogMember) -> (&str, String) {
    (&member.name, member_value(member))
}

fn member_value(member: &CatalogMember) -> String {
    if let Some(constant) = &member.value {
        return constant.clone();
    }
    let value = match member.json_type.as_deref() {
        Some("integer") => "7",
        Some("number") => "0.5",
        Some("boolean") => "true",
        Some("array") => "[]",
        Some("object") => "{}",
        // A type of the service's own, whose JSON is not known.
        _ => "\"…\"",
    };
    value.into()
}

fn header_value(field: &CatalogHeaderField) -> &str {
    match &field.value {
        Some(constant) => constant,
        None if field.name.eq_ignore_ascii_case("Retry-After") => "120",
        None => "…",
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;

    use super::{header_value, member_value};
    use crate::describe::{CatalogHeaderField, CatalogMember};

    #[test]
    fn a_member_has_an_example_of_its_json_type() {
        let example = |json_type: Option<&str>, value: Option<&str>| {
            member_value(&CatalogMember {
                name: "member".to_owned(),
                rust_type: None,
                json_type: json_type.map(str::to_owned),
                optional: false,
                value: value.map(str::to_owned),
            })
        };
        for (json_type, expected) in [
            ("string", "\"…\""),
            ("integer", "7"),
            ("number", "0.5"),
            ("boolean", "true"),
            ("array", "[]"),
            ("object", "{}"),
        ] {
            assert_eq!(example(Some(json_type), None), expected);
        }
        assert_eq!(example(None, None), "\"…\"");
        assert_eq!(example(Some("integer"), Some("42")), "42");
    }

    #[test]
    fn only_a_delay_has_an_example_of_a_field_value() {
        let field = |name: &str, value: Option<&str>| CatalogHeaderField {
            name: name.to_owned(),
            rust_type: None,
            optional: false,
            value: value.map(str::to_owned),
        };
        assert_eq!(header_value(&field("retry-after", None)), "120");
        assert_eq!(header_value(&field("Retry-After", Some("3"))), "3");
        assert_eq!(header_value(&field("WWW-Authenticate", None)), "…");
    }
}
