//! `salvo_oapi`.

use ::salvo_oapi::{Components, EndpointOutRegister, Operation, ToResponses, ToSchema};
use serde_json::Value;
use status_core::HttpStatus;
use status_core::rejection::Rejection;

use super::document::{Document, Examples};
use super::shop::{Enveloped, OrderError};

fn document<E: EndpointOutRegister + ToResponses>() -> (Document, Value) {
    let (mut components, mut operation) = (Components::new(), Operation::new());
    E::register(&mut components, &mut operation);
    let again = E::to_responses(&mut components);
    assert_eq!(again, operation.responses, "a second operation has the same components");
    let responses = serde_json::to_value(operation.responses).unwrap();
    let schemas = serde_json::to_value(components).unwrap()["schemas"].clone();
    (Document::new(responses, &schemas), schemas)
}

#[test]
fn the_responses_describe_the_errors() {
    let (errors, schemas) = document::<OrderError<String>>();
    errors.describes_the_errors(Examples::Named);
    for name in ["OrderNotFoundProblem", "StockErrorOrderNotFoundProblem", "GoneProblem"] {
        assert!(schemas[name].is_object() && schemas[name].get("title").is_none(), "{schemas:#}");
    }
    document::<Enveloped>().0.describes_the_envelope();
    document::<Rejection>().0.describes_the_rejections();
}

/// It has the name of a variant of `OrderError`.
#[derive(ToSchema)]
#[salvo(schema(name = "Closed"))]
struct Closed {
    #[expect(dead_code, reason = "only described")]
    since: u32,
}

#[test]
fn a_type_keeps_its_name_beside_a_variant_of_that_name() {
    let mut components = Components::new();
    let _ = OrderError::<String>::to_responses(&mut components);
    let _ = Closed::to_schema(&mut components);
    let schema = serde_json::to_value(&components.schemas["Closed"]).unwrap();
    assert!(schema["properties"]["since"].is_object(), "{schema:#}");
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(salvo_oapi)]
enum SizeError {
    /// The order is too large.
    #[status(422, slug = "too-large")]
    ZuGroß,
}

#[test]
fn the_name_of_a_component_is_ascii() {
    let mut components = Components::new();
    let responses = serde_json::to_value(SizeError::to_responses(&mut components)).unwrap();
    let names: Vec<_> = components.schemas.keys().collect();
    assert_eq!(names, ["ZuGro_Problem"]);
    let content = &responses["422"]["content"]["application/problem+json"];
    assert_eq!(content["schema"]["$ref"], "#/components/schemas/ZuGro_Problem");
    assert_eq!(SizeError::ZuGroß.code(), 422);
}
