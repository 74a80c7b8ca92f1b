//! An example of the response that a status has.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use serde_json::Value;

use super::entry::{CatalogHeaderField, CatalogMember, CatalogStatus};
use crate::problem::details::MEDIA_TYPE;

/// The response as it is on the wire, with the content indented. A value that differs between
/// occurrences is made up, and an optional one is included.
pub(super) fn response(status: &CatalogStatus) -> String {
    let CatalogStatus { code, reason, .. } = status;
    let mut text = format!("HTTP/1.1 {code} {reason}\nContent-Type: {MEDIA_TYPE}\n");
    for field in &status.header_fields {
        text.extend([&*field.name, ": ", header_value(field), "\n"]);
    }
    text.push('\n');
    text.push_str(&content(status));
    text
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
