//! The responses of a type, in the JSON of an OpenAPI document.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::documented::{All, Described, Documented, OwnBody, Statuses, Tool};
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
}

/// Where a schema of a status is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Under the components of the document, to which the responses refer.
    Components,
    /// In each response, with its name as the `title`.
    #[cfg_attr(
        not(any(feature = "aide", feature = "poem_openapi", feature = "utoipa")),
        expect(dead_code, reason = "salvo always has components")
    )]
    Response,
}

/// A status with its schema under a unique name.
struct Named {
    described: Described,
    name: String,
    schema: Value,
    /// What a response has as its schema.
    reference: Value,
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
            let name = unique_name(&described, is_free);
            named.push(Named::new(described, name, schema, place, &find));
        }
        let mut responses = BTreeMap::new();
        let mut codes: Vec<u16> = named.iter().map(|it| it.described.status.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            let of_code: Vec<_> =
                named.iter().filter(|it| it.described.status.code() == code).collect();
            responses.insert(code.to_string(), response(&of_code));
        }
        if others {
            responses.insert("default".to_string(), other_response(body.as_ref()));
        }
        let is_problem = |it: &Named| it.content.as_ref().is_some_and(|it| it.is_problem);
        let schemas = named.into_iter().filter(is_problem).map(|it| (it.name, it.schema));
        Self { responses, schemas: schemas.collect() }
    }

    /// The schema of any of the problems, among which the `type` tells.
    #[cfg(feature = "utoipa")]
    pub(crate) fn any(&self) -> Value {
        let references = self.schemas.iter().map(|(name, _)| reference(name));
        json!({ "anyOf": references.collect::<Vec<_>>() })
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
        let reference = match (place, &mut schema.clone()) {
            (Place::Components, _) => reference(&name),
            (Place::Response, Value::Object(object)) => {
                object.insert("title".into(), name.clone().into());
                Value::Object(core::mem::take(object))
            }
            (Place::Response, other) => other.take(),
        };
        Self { described, name, schema, reference, content }
    }
}

/// The name of the variant, after that of its type if another schema has the same name.
fn unique_name(described: &Described, is_free: impl Fn(&String) -> bool) -> String {
    let qualified = described.qualified_name();
    let numbered = (2..).map(|number| format!("{qualified}{number}"));
    let mut names =
        [described.status.name().to_string(), qualified.clone()].into_iter().chain(numbered);
    // Endless, and only finitely many names are taken.
    names.find(is_free).unwrap_or(qualified)
}

/// The response of all variants with one code.
fn response(of_code: &[&Named]) -> Value {
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
        contents.insert(media_type.into(), content(&sent.collect::<Vec<_>>()));
    }
    if !contents.is_empty() {
        response.insert("content".into(), contents.into());
    }
    Value::Object(response)
}

/// The content of one media type.
fn content(sent: &[(&Named, &Content)]) -> Value {
    let mut schemas: Vec<Value> = Vec::new();
    let mut examples = Map::new();
    for (named, content) in sent {
        let own = named.described.body.as_ref().filter(|_| !content.is_problem);
        let schema = own.map_or(&named.reference, |own| &own.schema);
        if !schemas.contains(schema) {
            schemas.push(schema.clone());
        }
        if let Some(value) = &content.example {
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
