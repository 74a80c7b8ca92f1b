//! The header fields of a response.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use crate::describe::header_field::HeaderField;
use crate::status::Status;

/// The header fields of responses with one of these statuses.
pub(super) fn of(statuses: &[&'static Status]) -> Map<String, Value> {
    let mut headers = Map::new();
    for status in statuses {
        for field in status.header_fields() {
            let is_known = |name: &String| name.eq_ignore_ascii_case(field.name());
            if !headers.keys().any(is_known) {
                headers.insert(field.name().into(), header(field, statuses));
            }
        }
    }
    headers
}

fn header(field: &HeaderField, statuses: &[&'static Status]) -> Value {
    let name = field.name();
    let in_status = |status: &&'static Status| -> Vec<&'static HeaderField> {
        let fields = status.header_fields().iter();
        fields.filter(|other| other.name().eq_ignore_ascii_case(name)).collect()
    };
    let given: Vec<_> = statuses.iter().map(in_status).collect();
    let is_required = given.iter().all(|fields| fields.iter().any(|field| !field.is_optional()));
    json!({
        "description": description(name),
        "required": is_required,
        "schema": schema(&given),
    })
}

/// Repeated fields are one list, and its text is not known.
fn schema(given: &[Vec<&HeaderField>]) -> Value {
    if given.iter().any(|fields| fields.len() > 1) {
        return json!({ "type": "string" });
    }
    let fields: Vec<&HeaderField> = given.iter().flatten().copied().collect();
    let values: Vec<_> = fields.iter().filter_map(|field| field.value()).collect();
    if values.len() == fields.len() {
        let mut distinct: Vec<&str> = Vec::new();
        for value in values {
            if !distinct.contains(&value) {
                distinct.push(value);
            }
        }
        return json!({ "type": "string", "enum": distinct });
    }
    let types: Vec<_> = fields.iter().map(|field| field.rust_type().map(of_rust_type)).collect();
    match types.first() {
        Some(Some(json)) if types.iter().all(|other| other.as_ref() == Some(json)) => json.clone(),
        _ => json!({ "type": "string" }),
    }
}

/// The schema of what a type sends. The type is known only as it is written.
fn of_rust_type(rust_type: &str) -> Value {
    let inner = rust_type.strip_suffix('>').and_then(|it| it.split_once("Option<"));
    let name = inner.map_or(rust_type, |(_, inner)| inner);
    match name.rsplit("::").next().unwrap_or(name) {
        // A delay in seconds (RFC 9110 §10.2.3).
        "Duration" | "u8" | "u16" | "u32" | "u64" | "usize" => {
            json!({ "type": "integer", "minimum": 0 })
        }
        "i8" | "i16" | "i32" | "i64" | "isize" => json!({ "type": "integer" }),
        _ => json!({ "type": "string" }),
    }
}

fn description(name: &str) -> String {
    let known = [
        ("Allow", "The methods that the resource supports (RFC 9110 §10.2.1)."),
        ("Proxy-Authenticate", "How to authenticate to the proxy (RFC 9110 §11.7.1)."),
        ("Retry-After", "When to try again (RFC 9110 §10.2.3)."),
        ("Upgrade", "The protocols that the server requires (RFC 9110 §7.8)."),
        ("WWW-Authenticate", "How to authenticate (RFC 9110 §11.6.1)."),
    ];
    let known = known.into_iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
    known.map_or_else(|| format!("The header field `{name}`."), |(_, text)| text.into())
}
