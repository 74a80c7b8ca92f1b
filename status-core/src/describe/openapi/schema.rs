//! The schema of one status's problems.

use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::documented::Described;
use crate::describe::extension_member::ExtensionMember;

/// The schema of the problem (RFC 9457 §3.1). `type` and `status` have one value each: a `const` would
/// say the same, but utoipa drops it, and OpenAPI 3.0 has none. The object stays open, since a server may
/// add members (RFC 9457 §3.2).
pub(super) fn of_problem(described: &Described) -> Value {
    let status = described.status;
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    let mut add = |name: &str, schema: Value, is_required: bool| {
        properties.insert(name.into(), schema);
        if is_required {
            required.push(name.into());
        }
    };
    if let Some(uri) = status.type_uri() {
        add("type", json!({ "type": "string", "enum": [uri] }), true);
    }
    if !status.title().is_empty() {
        add("title", json!({ "type": "string" }), true);
    }
    add("status", json!({ "type": "integer", "enum": [status.code()] }), true);
    let mut fields = described.members.iter();
    let members: Vec<_> = status.members().map(|member| of_member(&member, &mut fields)).collect();
    let (constants, fields) = members.split_at(status.row.constants().len());
    for (name, schema, is_required) in constants {
        add(name, schema.clone(), *is_required);
    }
    if described.has_detail {
        add("detail", json!({ "type": "string" }), false);
    }
    for (name, schema, is_required) in fields {
        add(name, schema.clone(), *is_required);
    }
    json!({
        "type": "object",
        "description": description(described),
        "properties": properties,
        "required": required,
    })
}

/// The schema of a problem that is not known any better.
pub(super) fn of_any_problem() -> Value {
    json!({
        "type": "object",
        "description": "Any other problem (RFC 9457).",
        "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
        },
        "required": ["status"],
    })
}

/// What the variant means.
pub(super) fn description(described: &Described) -> &'static str {
    let status = described.status;
    [status.documentation(), status.title(), status.name()]
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

/// The name, the schema, and whether the member is always there.
fn of_member<'a>(
    member: &ExtensionMember,
    fields: &mut impl Iterator<Item = &'a Value>,
) -> (&'static str, Value, bool) {
    let Some(json) = member.value() else {
        let schema = fields.next().cloned().unwrap_or_else(|| json!({}));
        // `null` is not sent: the member is missing instead.
        let (schema, is_nullable) = without_null(schema);
        return (member.name(), schema, !member.is_optional() && !is_nullable);
    };
    // The macro writes JSON.
    let value: Value = serde_json::from_str(json).unwrap_or_default();
    let mut schema = Map::new();
    if let Some(json_type) = member.json_type() {
        schema.insert("type".into(), json_type.into());
    }
    schema.insert("enum".into(), json!([value]));
    (member.name(), Value::Object(schema), true)
}

/// The schema without `null`, and whether it allowed that.
pub(crate) fn without_null(mut schema: Value) -> (Value, bool) {
    let Value::Object(object) = &mut schema else { return (schema, false) };
    let mut is_nullable = object.remove("nullable") == Some(Value::Bool(true));
    if let Some(Value::Array(types)) = object.get_mut("type") {
        let count = types.len();
        types.retain(|it| it != "null");
        is_nullable |= types.len() < count;
        if let [only] = types.as_mut_slice() {
            let only = only.take();
            object.insert("type".into(), only);
        }
    }
    for key in ["oneOf", "anyOf"] {
        let Some(Value::Array(schemas)) = object.get_mut(key) else { continue };
        let count = schemas.len();
        schemas.retain(|it| it.get("type").is_none_or(|it| it != "null"));
        is_nullable |= schemas.len() < count;
        for schema in schemas {
            let (inner, allows_null) = without_null(schema.take());
            *schema = inner;
            is_nullable |= allows_null;
        }
        if object.len() == 1 {
            if let Some(Value::Array(schemas)) = object.get_mut(key) {
                if let [only] = schemas.as_mut_slice() {
                    return (only.take(), is_nullable);
                }
            }
        }
    }
    (schema, is_nullable)
}

/// The name of the schema that a reference points to.
pub(crate) fn component_name(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/components/schemas/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_loses_its_null() {
        let text = json!({ "type": "string" });
        let table = [
            (json!({ "type": ["string", "null"] }), text.clone()),
            (json!({ "type": "string", "nullable": true }), text.clone()),
            (json!({ "oneOf": [{ "type": "null" }, text] }), text.clone()),
            (json!({ "anyOf": [text, { "type": "null" }] }), text.clone()),
            (
                json!({ "type": ["string", "integer", "null"] }),
                json!({ "type": ["string", "integer"] }),
            ),
            (
                json!({ "oneOf": [text, { "type": "null" }], "description": "It may be missing." }),
                json!({ "oneOf": [text], "description": "It may be missing." }),
            ),
        ];
        for (schema, expected) in table {
            assert_eq!(without_null(schema.clone()), (expected, true), "{schema}");
        }
    }

    #[test]
    fn a_schema_without_null_stays_as_it_is() {
        let table = [
            json!(true),
            json!({}),
            json!({ "type": "string", "enum": ["null"] }),
            json!({ "type": ["string", "integer"] }),
            json!({ "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Zip" }] }),
            json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }] }),
        ];
        for schema in table {
            assert_eq!(without_null(schema.clone()), (schema, false));
        }
    }
}
