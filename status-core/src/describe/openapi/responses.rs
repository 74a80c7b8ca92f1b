//! The responses of a type, in the JSON of an OpenAPI document.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::documented::{All, Described, Documented, Examples, OwnBody, Statuses, Tool};
use super::example::{self, Content};
use super::{header, schema};
use crate::problem::details::MEDIA_TYPE;
use crate::problem::make::make;
use crate::problem::view::View;

/// The responses of a type, and the schemas of its statuses.
pub(crate) struct Document {
    /// By code, or "default" for statuses that are not known at compile time.
    pub responses: BTreeMap<String, Value>,
    /// By name.
    pub schemas: Vec<(String, Value)>,
    /// The schemas of content that is not one of these problems.
    others: Vec<Value>,
}

/// Where the schema of a status is written, which decides on its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Among the components of the document, to which the responses refer. Types that the document
    /// has not met yet will be there too, under names that cannot be told yet, so `Problem` follows
    /// the name of the variant.
    Components,
    /// In each response, with the name of the variant as the `title`.
    Response,
    /// Among the components that one type asks for, which does not see those of other types. Its own
    /// name is part of each.
    Listed,
}

/// A status with its schema under a unique name.
struct Named {
    described: Described,
    name: String,
    schema: Value,
    /// The schema as a response has it: whole, or a reference.
    in_response: Value,
    content: Option<Content>,
}

impl Document {
    /// Describes the type `D`.
    pub(crate) fn of<T: Tool, D: Documented<T> + ?Sized>(
        components: &mut T::Components,
        place: Place,
    ) -> Self {
        let All { list, others, body } = Statuses::<T>::of::<D>(components);
        let find = |name: &str| T::find(components, name);
        let mut named: Vec<Named> = Vec::new();
        for described in list {
            let schema = schema::of_problem(&described);
            let is_free = |name: &String| {
                // The document may have the same schema already, from another operation.
                named.iter().all(|other| other.name != *name)
                    && find(name).is_none_or(|other| other == schema)
            };
            let name = unique_name(&described, place, is_free);
            named.push(Named::new(described, name, schema, place, &find));
        }
        let mut responses = BTreeMap::new();
        let mut codes: Vec<u16> = named.iter().map(|it| it.described.status.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            let of_code: Vec<_> =
                named.iter().filter(|it| it.described.status.code() == code).collect();
            responses.insert(code.to_string(), response(&of_code, T::EXAMPLES));
        }
        if others {
            responses.insert("default".to_string(), other_response(body.as_ref()));
        }
        let mut document = Self { responses, schemas: Vec::new(), others: Vec::new() };
        for Named { described, name, schema, content, .. } in named {
            match (content, described.body) {
                (Some(content), _) if content.is_problem => document.schemas.push((name, schema)),
                (Some(_), Some(own)) => document.others.push(own.schema),
                _ => {}
            }
        }
        if others {
            document.others.push(body.map_or_else(schema::of_any_problem, |own| own.schema));
        }
        document
    }

    /// The schema of everything that the type sends, and the components to which it refers.
    #[cfg(feature = "utoipa")]
    pub(crate) fn listed(self) -> (Value, Vec<(String, Value)>) {
        let Self { schemas, others, .. } = self;
        if let ([(_, only)], []) = (schemas.as_slice(), others.as_slice()) {
            return (only.clone(), Vec::new());
        }
        let mut any: Vec<Value> = schemas.iter().map(|(name, _)| reference(name)).collect();
        for other in others {
            if !any.contains(&other) {
                any.push(other);
            }
        }
        match <[Value; 1]>::try_from(any) {
            Ok([only]) => (only, schemas),
            Err(any) => (json!({ "anyOf": any }), schemas),
        }
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

impl Named {
    fn new(
        described: Described,
        name: String,
        schema: Value,
        place: Place,
        find: &dyn Fn(&str) -> Option<Value>,
    ) -> Self {
        let content = example::content(&described, &schema, find);
        let in_response = if place == Place::Response {
            let mut whole = schema.clone();
            whole["title"] = name.clone().into();
            whole
        } else {
            reference(&name)
        };
        Self { described, name, schema, in_response, content }
    }
}

/// The name of the variant, after that of its type if another schema has the same name.
fn unique_name(described: &Described, place: Place, is_free: impl Fn(&String) -> bool) -> String {
    let suffix = if place == Place::Components { "Problem" } else { "" };
    let name = component_key(&format!("{}{suffix}", described.status.name()));
    let qualified = component_key(&format!("{}{suffix}", described.qualified_name()));
    let numbered = (2..).map(|number| format!("{qualified}{number}"));
    let short = (place != Place::Listed).then_some(name);
    let mut names = short.into_iter().chain([qualified.clone()]).chain(numbered);
    // Endless, and only finitely many names are taken.
    names.find(is_free).unwrap_or(qualified)
}

/// The key of a component consists of ASCII letters and digits, `.`, `-` and `_` (OpenAPI 3.1 §4.8.7).
/// Names in Rust may have other letters.
fn component_key(name: &str) -> String {
    name.chars().map(|it| if it.is_ascii() { it } else { '_' }).collect()
}

/// The response of all variants with one code.
fn response(of_code: &[&Named], examples: Examples) -> Value {
    let mut descriptions: Vec<&str> = Vec::new();
    for named in of_code {
        let text = schema::description(&named.described);
        let text = if of_code.len() == 1 { text } else { first_paragraph(text) };
        if !descriptions.contains(&text) {
            descriptions.push(text);
        }
    }
    let mut response = Map::new();
    response.insert("description".into(), descriptions.join(" Or: ").into());
    let statuses: Vec<_> = of_code.iter().map(|named| named.described.status).collect();
    let headers = header::of(&statuses);
    if !headers.is_empty() {
        response.insert("headers".into(), headers.into());
    }
    let mut media_types: Vec<&str> = Vec::new();
    for content in of_code.iter().filter_map(|named| named.content.as_ref()) {
        if !media_types.contains(&&*content.media_type) {
            media_types.push(&content.media_type);
        }
    }
    let mut contents = Map::new();
    for media_type in media_types {
        let sent = of_code.iter().copied().filter_map(|named| {
            let content = named.content.as_ref().filter(|it| it.media_type == media_type)?;
            Some((named, content))
        });
        contents.insert(media_type.into(), content(&sent.collect::<Vec<_>>(), examples));
    }
    if !contents.is_empty() {
        response.insert("content".into(), contents.into());
    }
    Value::Object(response)
}

/// The content of one media type.
fn content(sent: &[(&Named, &Content)], place: Examples) -> Value {
    // Each with the first of its examples.
    let mut schemas: Vec<(&Value, Option<&Value>)> = Vec::new();
    let mut examples = Map::new();
    for (named, content) in sent {
        let own = named.described.body.as_ref().filter(|_| !content.is_problem);
        let schema = own.map_or(&named.in_response, |own| &own.schema);
        let example = content.example.as_ref();
        match schemas.iter_mut().find(|(known, _)| *known == schema) {
            Some((_, first)) => *first = first.or(example),
            None => schemas.push((schema, example)),
        }
        if let (Examples::Named, Some(value)) = (place, example) {
            let status = named.described.status;
            let key = [status.slug(), status.name(), &named.name]
                .into_iter()
                .find(|key| !key.is_empty() && !examples.contains_key(*key));
            if let Some(key) = key {
                examples.insert(key.into(), json!({ "summary": status.title(), "value": value }));
            }
        }
    }
    // Without a `type` of its own, a problem may match the schema of another, which `oneOf` refuses.
    let types: Vec<_> = sent.iter().map(|(named, _)| named.described.status.type_uri()).collect();
    let is_problem = sent.iter().all(|(_, content)| content.is_problem);
    let are_distinct = is_problem
        && types.iter().enumerate().all(|(at, it)| it.is_some() && !types[..at].contains(it));
    let key = if are_distinct { "oneOf" } else { "anyOf" };
    let schemas: Vec<Value> = schemas
        .into_iter()
        .map(|(schema, example)| match (place, example) {
            (Examples::InSchema, Some(example)) => with_example(schema, example),
            _ => schema.clone(),
        })
        .collect();
    let schema = match <[Value; 1]>::try_from(schemas) {
        Ok([only]) => only,
        // No discriminator: a generator that is widely used rejects correct responses with one.
        Err(schemas) => json!({ key: schemas }),
    };
    let mut content = Map::new();
    content.insert("schema".into(), schema);
    if !examples.is_empty() {
        content.insert("examples".into(), examples.into());
    }
    Value::Object(content)
}

/// A reference has no place for an example.
fn with_example(schema: &Value, example: &Value) -> Value {
    let mut schema = schema.clone();
    if let Value::Object(object) = &mut schema {
        if !object.contains_key("$ref") {
            object.insert("example".into(), example.clone());
        }
    }
    schema
}

/// The response of a status that is not known at compile time.
fn other_response(body: Option<&OwnBody>) -> Value {
    let own = body.and_then(|own| {
        let status = crate::canonical::server_error::ServerError::InternalServerError.status();
        let made = make(&own.make, &View::new(status))?;
        let media_type = String::from_utf8_lossy(made.media_type.as_bytes()).into_owned();
        Some((media_type, own.schema.clone())).filter(|(media_type, _)| !media_type.is_empty())
    });
    let (media_type, schema) =
        own.unwrap_or_else(|| (MEDIA_TYPE.to_string(), schema::of_any_problem()));
    json!({
        "description": "Any other error.",
        "content": { media_type: { "schema": schema } },
    })
}

fn first_paragraph(text: &str) -> &str {
    text.split("\n\n").next().unwrap_or(text).trim_end()
}
