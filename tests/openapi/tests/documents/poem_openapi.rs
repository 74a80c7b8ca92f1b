//! `poem_openapi`.

use ::poem_openapi::ApiResponse;
use ::poem_openapi::registry::{MetaResponses, Registry};
use serde_json::{Map, Value};
use status_core::rejection::Rejection;

use super::document::{Document, Examples};
use super::shop::{Enveloped, OrderError};

fn schemas(registry: &Registry) -> Value {
    let schemas = registry.schemas.iter();
    let schemas = schemas.map(|(name, it)| (name.clone(), serde_json::to_value(it).unwrap()));
    Value::Object(schemas.collect::<Map<_, _>>())
}

fn document<E: ApiResponse>() -> Document {
    let mut registry = Registry::new();
    E::register(&mut registry);
    let registered = schemas(&registry);
    E::register(&mut registry);
    assert_eq!(schemas(&registry), registered, "a second operation has the same components");
    let MetaResponses { responses } = E::meta();
    let responses = responses.iter().map(|response| {
        let key = response.status.map_or("default".to_owned(), |code| code.to_string());
        (key, serde_json::to_value(response).unwrap())
    });
    Document::new(Value::Object(responses.collect::<Map<_, _>>()), &registered)
}

#[test]
fn the_responses_describe_the_errors() {
    let document_of_errors = document::<OrderError<String>>();
    document_of_errors.describes_the_errors(Examples::InSchema);
    assert_eq!(document_of_errors.titles("404"), ["OrderNotFound", "ItemUnknown"]);
    document::<Enveloped>().describes_the_envelope();
    document::<Rejection>().describes_the_rejections();
}
