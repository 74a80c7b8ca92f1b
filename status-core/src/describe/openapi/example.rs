//! An example of what one status sends, for an OpenAPI document: with the values of
//! `macro_support/sample.rs`, or else with values that the schemas allow. The catalog's is in
//! `describe/example_response.rs`.

use alloc::string::{String, ToString};

use serde_json::{Map, Value, json};

use super::documented::Described;
use super::schema::component_name;
use crate::problem::details::MEDIA_TYPE;
use crate::problem::make::make;
use crate::problem::object::Problem;

/// The content of a response.
pub(super) struct Content {
    pub media_type: String,
    /// `None` if a value that the schema allows could not be found for each member.
    pub example: Option<Value>,
    /// Whether it is a problem, and not a body of the type's own.
    pub is_problem: bool,
}

/// Finds a schema among the components.
type Find<'a> = &'a dyn Fn(&str) -> Option<Value>;

/// What the status sends, or `None` if its responses have no content.
pub(super) fn content(described: &Described, schema: &Value, find: Find<'_>) -> Option<Content> {
    let status = described.status;
    if !status.allows_content() {
        return None;
    }
    let problem = described.sample.clone().or_else(|| problem(described, schema, find));
    // Without members, a success has no content, as in the response itself.
    let is_sent = status.class().is_error()
        || described.body.is_some()
        || described.has_detail
        || status.members().len() > 0
        || problem.as_ref().is_some_and(|problem| problem.adds_anything());
    if !is_sent {
        return None;
    }
    if let Some(own) = &described.body {
        let problem = problem.as_ref().map_or_else(|| Problem::new(status), Clone::clone);
        // If the function fails, the server sends the problem.
        if let Some(made) = make(&own.make, &problem.view(problem.header_fields())) {
            if made.content.is_empty() {
                return None;
            }
            let media_type = String::from_utf8_lossy(made.media_type.as_bytes()).into_owned();
            let example = if media_type.contains("json") {
                serde_json::from_slice(&made.content).ok()
            } else {
                core::str::from_utf8(&made.content).ok().map(|text| json!(text))
            };
            return Some(Content { media_type, example, is_problem: false });
        }
    }
    let example = problem.and_then(|problem| serde_json::from_slice(&problem.json()).ok());
    Some(Content { media_type: MEDIA_TYPE.to_string(), example, is_problem: true })
}

/// A problem with a value for each member that the schema allows. Its detail is not known.
fn problem(described: &Described, schema: &Value, find: Find<'_>) -> Option<Problem> {
    let status = described.status;
    let mut problem = Problem::new(status);
    for member in status.members().filter(|member| member.value().is_none()) {
        let is_required = schema["required"].as_array()?.iter().any(|it| it == member.name());
        match value(&schema["properties"][member.name()], find, DEEPEST) {
            Some(value) => problem = problem.member(member.name(), &value),
            None if is_required => return None,
            None => {}
        }
    }
    Some(problem)
}

/// How many schemas may be inside each other. A recursive schema may have no finite value.
const DEEPEST: usize = 16;

/// Keywords that say nothing about which values are allowed.
const ANNOTATIONS: [&str; 5] = ["title", "description", "nullable", "deprecated", "discriminator"];

/// A value that the schema allows, if not more than `levels` schemas are inside each other.
fn value(schema: &Value, find: Find<'_>, levels: usize) -> Option<Value> {
    let object = schema.as_object()?;
    let inner = levels.checked_sub(1)?;
    if let Some(reference) = object.get("$ref") {
        return value(&find(component_name(reference.as_str()?)?)?, find, inner);
    }
    let first = |key: &str| object.get(key)?.as_array()?.first();
    let given =
        object.get("example").or_else(|| object.get("default")).or_else(|| object.get("const"));
    if let Some(value) = given.or_else(|| first("examples")).or_else(|| first("enum")) {
        return Some(value.clone());
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(schema) = first(key) {
            // Any other keyword may refuse the value.
            let is_known = |keyword: &str| keyword == key || ANNOTATIONS.contains(&keyword);
            let is_alone = object.keys().all(|keyword| is_known(keyword));
            return if is_alone { value(schema, find, inner) } else { None };
        }
    }
    let is_narrow = ["allOf", "not", "pattern", "minItems", "minLength", "multipleOf"];
    if is_narrow.iter().any(|key| object.contains_key(*key)) {
        return None;
    }
    let json_type = match object.get("type") {
        Some(Value::Array(types)) => types.first()?.as_str()?,
        Some(json_type) => json_type.as_str()?,
        None => return None,
    };
    match json_type {
        "string" if object.contains_key("format") || object.contains_key("maxLength") => None,
        "string" => Some(json!("example")),
        "boolean" => Some(json!(true)),
        "array" => Some(json!([])),
        "integer" | "number" => number(object, json_type == "integer"),
        "object" => {
            let mut members = Map::new();
            let required = object.get("required").and_then(Value::as_array);
            for name in required.into_iter().flatten() {
                let name = name.as_str()?;
                let schema = object.get("properties")?.get(name)?;
                members.insert(name.into(), value(schema, find, inner)?);
            }
            Some(Value::Object(members))
        }
        _ => None,
    }
}

/// A number within the bounds.
fn number(object: &Map<String, Value>, is_integer: bool) -> Option<Value> {
    let bound = |key: &str| object.get(key).and_then(Value::as_f64);
    // In OpenAPI 3.0, it is a flag beside the bound.
    let exclusive = |key: &str, other: &str| match object.get(key) {
        Some(Value::Bool(true)) => bound(other),
        _ => bound(key),
    };
    let (least, most) = (bound("minimum"), bound("maximum"));
    let above = exclusive("exclusiveMinimum", "minimum");
    let below = exclusive("exclusiveMaximum", "maximum");
    let middle = least.or(above).zip(most.or(below)).map(|(low, high)| f64::midpoint(low, high));
    let candidates = [
        Some(7.0),
        least.map(f64::ceil),
        most.map(f64::floor),
        above.map(|above| above.floor() + 1.0),
        below.map(|below| below.ceil() - 1.0),
        middle.filter(|_| !is_integer),
    ];
    let found = candidates.into_iter().flatten().find(|it| {
        least.is_none_or(|least| *it >= least)
            && most.is_none_or(|most| *it <= most)
            && above.is_none_or(|above| *it > above)
            && below.is_none_or(|below| *it < below)
    })?;
    // A whole number without `.0`.
    serde_json::from_str(&found.to_string()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(name: &str) -> Option<Value> {
        match name {
            "Id" => Some(json!({ "type": "integer" })),
            "Endless" => Some(json!({
                "type": "object",
                "required": ["next"],
                "properties": { "next": { "$ref": "#/components/schemas/Endless" } },
            })),
            "Itself" => Some(json!({ "oneOf": [{ "$ref": "#/components/schemas/Itself" }] })),
            _ => None,
        }
    }

    #[test]
    fn a_value_is_one_that_the_schema_allows() {
        let object = json!({
            "type": "object",
            "required": ["id"],
            "properties": { "id": { "$ref": "#/components/schemas/Id" }, "note": {} },
        });
        let table = [
            (json!({ "type": "string" }), json!("example")),
            (json!({ "type": ["string", "null"] }), json!("example")),
            (json!({ "type": "boolean" }), json!(true)),
            (json!({ "type": "array", "items": { "type": "string" } }), json!([])),
            (json!({ "type": "integer" }), json!(7)),
            (json!({ "type": "number" }), json!(7)),
            (json!({ "type": "integer", "minimum": 10 }), json!(10)),
            (json!({ "type": "integer", "exclusiveMinimum": 10 }), json!(11)),
            (json!({ "type": "integer", "maximum": 5 }), json!(5)),
            (json!({ "type": "integer", "exclusiveMaximum": 5 }), json!(4)),
            (json!({ "type": "integer", "minimum": 10.0 }), json!(10)),
            (json!({ "type": "integer", "minimum": 6.5, "maximum": 7.5 }), json!(7)),
            (json!({ "type": "integer", "minimum": 7.5 }), json!(8)),
            (json!({ "type": "integer", "maximum": 5.5 }), json!(5)),
            (json!({ "type": "integer", "exclusiveMinimum": 7.5 }), json!(8)),
            (json!({ "type": "integer", "exclusiveMaximum": 6.5 }), json!(6)),
            (json!({ "type": "integer", "minimum": 7, "exclusiveMinimum": true }), json!(8)),
            (json!({ "type": "integer", "minimum": 7, "exclusiveMinimum": false }), json!(7)),
            (json!({ "type": "integer", "maximum": 7, "exclusiveMaximum": true }), json!(6)),
            (json!({ "type": "number", "minimum": 0.0, "maximum": 1.0 }), json!(0)),
            (json!({ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 }), json!(0.5)),
            (json!({ "type": "number", "minimum": 0.25, "maximum": 0.75 }), json!(0.5)),
            (object, json!({ "id": 7 })),
            (json!({ "oneOf": [{ "type": "boolean" }, { "type": "string" }] }), json!(true)),
            (json!({ "anyOf": [{ "type": "boolean" }, { "type": "string" }] }), json!(true)),
            (json!({ "oneOf": [{ "type": "boolean" }], "description": "It is." }), json!(true)),
            (json!({ "type": "string", "format": "uuid", "example": "a" }), json!("a")),
            (json!({ "type": "string", "pattern": "b", "default": "b" }), json!("b")),
            (json!({ "const": "c" }), json!("c")),
            (json!({ "type": "string", "examples": ["d", "e"] }), json!("d")),
            (json!({ "type": "string", "enum": ["f", "g"] }), json!("f")),
        ];
        for (schema, expected) in table {
            assert_eq!(value(&schema, &find, DEEPEST), Some(expected), "{schema}");
        }
    }

    #[test]
    fn no_value_is_made_up_where_it_may_be_wrong() {
        let table = [
            json!({ "type": "string", "format": "uuid" }),
            json!({ "type": "string", "maxLength": 2 }),
            json!({ "type": "string", "pattern": "^a" }),
            json!({ "type": "array", "minItems": 1 }),
            json!({}),
            json!({ "type": "integer", "multipleOf": 5 }),
            json!({ "type": "integer", "minimum": 8, "maximum": 7 }),
            json!({ "type": "integer", "exclusiveMinimum": 7, "exclusiveMaximum": 8 }),
            json!({ "oneOf": [{ "type": "object" }], "required": ["id"] }),
            json!({ "anyOf": [{ "type": "boolean" }], "oneOf": [{ "type": "string" }] }),
            json!({ "type": "object", "required": ["id"] }),
            json!({ "$ref": "#/components/schemas/Unknown" }),
            json!({ "$ref": "#/components/schemas/Endless" }),
            json!({ "$ref": "#/components/schemas/Itself" }),
        ];
        for schema in table {
            assert_eq!(value(&schema, &find, DEEPEST), None, "{schema}");
        }
    }
}
