//! The responses and schemas of a type, as utoipa has them.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Value, json};
use utoipa::PartialSchema;
use utoipa::openapi::schema::Schema as UtoipaSchema;
use utoipa::openapi::{RefOr, Response};

use crate::describe::openapi::documented::{Documented, Schema, Tool};
use crate::describe::openapi::field_errors;
use crate::describe::openapi::responses::{Document, Place};
use crate::describe::openapi::schema::component_name;
use crate::problem::field_errors::FieldErrors;

/// utoipa.
#[derive(Debug)]
pub struct Utoipa;

type Components = Vec<(String, RefOr<UtoipaSchema>)>;

impl Tool for Utoipa {
    type Components = Components;

    fn find(components: &Components, name: &str) -> Option<Value> {
        let found = components.iter().find(|(other, _)| other == name);
        found.map(|(_, schema)| json(schema))
    }
}

// Without this, errors name the bounds of this `impl` instead of the notes of the trait.
#[diagnostic::do_not_recommend]
impl<M: utoipa::ToSchema + ?Sized> Schema<Utoipa> for M {
    fn schema(components: &mut Components) -> Value {
        M::schemas(components);
        json(&M::schema())
    }
}

/// The responses, which have each schema inline: utoipa has no way to register one from here.
#[must_use]
pub fn responses<D: Documented<Utoipa>>() -> BTreeMap<String, RefOr<Response>> {
    let mut components = Components::new();
    let document = Document::of::<Utoipa, D>(&mut components, Place::Response);
    let components: Vec<_> =
        components.iter().map(|(name, schema)| (name.clone(), json(schema))).collect();
    let responses = document.responses.into_iter().map(|(code, mut response)| {
        inline(&mut response, &components);
        if let Some(Value::Object(contents)) = response.get_mut("content") {
            for content in contents.values_mut() {
                mark_any(&mut content["schema"]);
            }
        }
        let is_required = |name: &String| response["headers"][name]["required"] == true;
        let mut read: Response = read(response.clone());
        for (name, header) in &mut read.headers {
            if let (RefOr::T(header), true) = (header, is_required(name)) {
                // utoipa has no field for it, and writes extensions as they are.
                header.extensions = Some([("required", true)].into_iter().collect());
            }
        }
        (code, RefOr::T(read))
    });
    responses.collect()
}

/// The schema of any of the problems, and those that it refers to.
#[must_use]
pub fn schema<D: Documented<Utoipa>>() -> RefOr<UtoipaSchema> {
    let document = Document::of::<Utoipa, D>(&mut Vec::new(), Place::Listed);
    let (mut any, _) = document.listed();
    mark_any(&mut any);
    RefOr::T(read(any))
}

/// Adds a schema for each variant if there are several, and the schemas of their members.
pub fn schemas<D: Documented<Utoipa>>(components: &mut Components) {
    let mut own = Components::new();
    let document = Document::of::<Utoipa, D>(&mut own, Place::Listed);
    components.extend(own);
    let (_, schemas) = document.listed();
    components.extend(schemas.into_iter().map(|(name, mut schema)| {
        mark_any(&mut schema);
        (name, RefOr::T(read(schema)))
    }));
}

/// Replaces each reference to a schema in `components` with the schema itself. Inside itself, only its
/// type is left: the document might not have the component, and there is no end.
pub(super) fn inline(schema: &mut Value, components: &[(String, Value)]) {
    fn walk(value: &mut Value, components: &[(String, Value)], inside: &mut Vec<String>) {
        match value {
            Value::Array(values) => {
                for value in values {
                    walk(value, components, inside);
                }
            }
            Value::Object(object) => {
                let name = object.get("$ref").and_then(Value::as_str).and_then(component_name);
                let found = name.and_then(|name| components.iter().find(|(it, _)| it == name));
                if let Some((name, schema)) = found {
                    object.remove("$ref");
                    let siblings = core::mem::take(object);
                    if inside.contains(name) {
                        *value = json!({ "type": schema["type"] });
                        return;
                    }
                    *value = schema.clone();
                    inside.push(name.clone());
                    walk(value, components, inside);
                    inside.pop();
                    // Such as a description of this place.
                    if let Value::Object(object) = value {
                        object.extend(siblings);
                    }
                } else {
                    for value in object.values_mut() {
                        walk(value, components, inside);
                    }
                }
            }
            _ => {}
        }
    }
    walk(schema, components, &mut Vec::new());
}

pub(super) fn json<S: serde::Serialize>(value: &S) -> Value {
    let json = serde_json::to_value(value);
    debug_assert!(json.is_ok(), "utoipa's types are JSON");
    json.unwrap_or_default()
}

/// Marks each schema of any value, which has no type: utoipa does not read what it writes for it.
fn mark_any(schema: &mut Value) {
    let Value::Object(object) = schema else { return };
    let kinds = ["type", "$ref", "oneOf", "anyOf", "allOf"];
    if kinds.iter().all(|kind| !object.contains_key(*kind)) {
        object.insert("type".into(), Value::Null);
    }
    for (keyword, value) in object {
        match (keyword.as_str(), value) {
            ("oneOf" | "anyOf" | "allOf" | "prefixItems", Value::Array(schemas)) => {
                schemas.iter_mut().for_each(mark_any);
            }
            ("properties", Value::Object(schemas)) => schemas.values_mut().for_each(mark_any),
            ("items" | "additionalProperties" | "propertyNames", schema) => mark_any(schema),
            _ => {}
        }
    }
}

/// Reads what `Document` writes.
fn read<S: serde::de::DeserializeOwned + Default>(json: Value) -> S {
    let read = serde_json::from_value(json);
    debug_assert!(read.is_ok(), "the document is valid");
    read.unwrap_or_default()
}

impl PartialSchema for FieldErrors {
    fn schema() -> RefOr<UtoipaSchema> {
        RefOr::T(read(field_errors::schema()))
    }
}

impl utoipa::ToSchema for FieldErrors {}

document_own_types!(__utoipa);
