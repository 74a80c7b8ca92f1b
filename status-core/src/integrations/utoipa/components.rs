//! `ProblemComponents`: moves the schemas of problems to the components of a document.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::Value;

use utoipa::Modify;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{OpenApi, Ref, RefOr};

use super::responses::{inline, json};
use crate::problem::details::MEDIA_TYPE;

/// Moves the schemas of problems to the components of a document, where each is written once.
///
/// With utoipa, a type cannot register components for its responses. So each response has the schemas
/// of its problems inline, with the names of the variants as their titles. As a modifier of the
/// document, this gives them these names as components, to which the responses then refer. If the
/// document has another schema of that name, the name of the problem's ends in `Problem`. If the
/// document lists the type in `components(schemas(…))`, the responses refer to these components instead.
///
/// ```
/// use status_core::HttpStatus;
/// use status_core::utoipa::ProblemComponents;
/// use utoipa::OpenApi;
///
/// #[derive(Debug, thiserror::Error, HttpStatus)]
/// #[status(utoipa, type_base = "https://shop.example/errors/")]
/// enum OrderError {
///     /// No order has this number.
///     #[error("order {id} not found")]
///     #[status(404, members(id))]
///     OrderNotFound { id: u64 },
/// }
///
/// #[utoipa::path(get, path = "/order", responses(OrderError))]
/// fn order() {}
///
/// #[derive(OpenApi)]
/// #[openapi(paths(order), modifiers(&ProblemComponents))]
/// struct Document;
///
/// let components = Document::openapi().components.unwrap();
/// assert!(components.schemas.contains_key("OrderNotFound"));
/// # let _ = (order, OrderError::OrderNotFound { id: 7 });
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ProblemComponents;

impl Modify for ProblemComponents {
    fn modify(&self, openapi: &mut OpenApi) {
        let OpenApi { paths, components, .. } = openapi;
        let mut schemas = components.take().unwrap_or_default();
        let mut known = Known::new(&schemas.schemas);
        for operation in paths.paths.values_mut().flat_map(operations) {
            for response in operation.responses.responses.values_mut() {
                let RefOr::T(response) = response else { continue };
                let Some(RefOr::T(content)) = response.content.get_mut(MEDIA_TYPE) else {
                    continue;
                };
                let Some(schema) = &mut content.schema else { continue };
                let parts = match schema {
                    RefOr::T(Schema::OneOf(one)) => &mut one.items,
                    RefOr::T(Schema::AnyOf(any)) => &mut any.items,
                    only => core::slice::from_mut(only),
                };
                for part in parts {
                    extract(part, &mut schemas.schemas, &mut known);
                }
            }
        }
        *components = Some(schemas);
    }
}

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, options, head, patch, trace, query, .. } = path;
    let named = [get, put, post, delete, options, head, patch, trace, query];
    named.into_iter().flatten().chain(path.additional_operations.values_mut())
}

type Schemas = BTreeMap<String, RefOr<Schema>>;

/// The components, by what each is without references. The components of a type that is listed in the
/// document have references to those of its members, which the schemas of its responses have inline.
struct Known(Vec<(Value, String)>);

impl Known {
    fn new(schemas: &Schemas) -> Self {
        let all: Vec<_> = schemas.iter().map(|(name, it)| (name.clone(), json(it))).collect();
        let inlined = all.iter().map(|(name, schema)| {
            let mut schema = schema.clone();
            inline(&mut schema, &all);
            (schema, name.clone())
        });
        Self(inlined.collect())
    }

    fn name(&self, schema: &Value) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == schema).map(|(_, name)| name.as_str())
    }
}

/// Replaces a schema that has a title by a reference.
fn extract(schema: &mut RefOr<Schema>, components: &mut Schemas, known: &mut Known) {
    let RefOr::T(Schema::Object(object)) = schema else { return };
    let Some(title) = object.title.take() else { return };
    let problem = RefOr::T(Schema::Object(core::mem::take(object)));
    let content = json(&problem);
    let name = if let Some(name) = known.name(&content) {
        name.to_owned()
    } else {
        let numbered = (2..).map(|number| format!("{title}Problem{number}"));
        let mut names = [title.clone(), format!("{title}Problem")].into_iter().chain(numbered);
        // Endless, and only finitely many names are taken.
        let name = names.find(|name| !components.contains_key(name)).unwrap_or(title);
        known.0.push((content, name.clone()));
        components.insert(name.clone(), problem);
        name
    };
    *schema = RefOr::Ref(Ref::new(format!("#/components/schemas/{name}")));
}
