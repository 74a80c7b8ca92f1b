//! utoipa.

use serde_json::{Map, Value, json};
use status_core::problem::{OrStatus, Problem, StatusError};
use status_core::rejection::Rejection;
use status_core::utoipa::ProblemComponents;
use status_core::{ClientError, HttpStatus, Success};
use utoipa::{IntoResponses, OpenApi, PartialSchema, ToSchema};

use super::document::{Document, Examples};
use super::shop::{Enveloped, OrderError, StockError};

fn document<E: IntoResponses>() -> Document {
    // utoipa registers no component from here, so there must be no reference.
    Document::new(serde_json::to_value(E::responses()).unwrap(), &json!({}))
}

#[test]
fn the_responses_describe_the_errors() {
    let errors = document::<OrderError<String>>();
    errors.describes_the_errors(Examples::Named);
    assert_eq!(errors.titles("404"), ["OrderNotFound", "ItemUnknown"]);
    assert_eq!(errors.titles("409"), ["StockErrorOrderNotFound"]);
    document::<Enveloped>().describes_the_envelope();
    document::<Rejection>().describes_the_rejections();
}

#[test]
fn a_listed_type_is_a_component_for_each_variant() {
    let mut schemas = Vec::new();
    OrderError::<String>::schemas(&mut schemas);
    let names: Vec<_> = schemas.iter().map(|(name, _)| name.as_str()).collect();
    let variants = [
        "Zip",
        "OrderNotFound",
        "SignedOut",
        "TooFast",
        "Undeliverable",
        "Invalid",
        "Payment",
        "ItemUnknown",
        "StockErrorOrderNotFound",
        "Counting",
        "Gone",
    ];
    assert_eq!(names, variants);
    let any = serde_json::to_value(OrderError::<String>::schema()).unwrap();
    let references: Vec<_> =
        any["anyOf"].as_array().unwrap().iter().map(|it| &it["$ref"]).collect();
    let expected = variants[1..].iter().map(|it| json!(format!("#/components/schemas/{it}")));
    assert_eq!(references, expected.collect::<Vec<_>>().iter().collect::<Vec<_>>());
    let schemas: Map<String, Value> = schemas
        .into_iter()
        .map(|(name, schema)| (name, serde_json::to_value(schema).unwrap()))
        .collect();
    assert!(schemas.values().all(|schema| schema.get("title").is_none()));
}

status_core::status_table! {
    /// What the edge answers.
    #[status(utoipa)]
    pub enum EdgeError: 5xx {
        /// The origin refused the connection.
        503 ServiceUnavailable,
        /// The origin is slow.
        504 GatewayTimeout,
    }
}

#[test]
fn a_table_is_described_by_its_rows() {
    let responses = EdgeError::responses();
    assert_eq!(responses.keys().collect::<Vec<_>>(), ["503", "504"]);
}

#[test]
fn the_types_of_the_crate_are_documented() {
    let responses = ClientError::responses();
    assert_eq!(responses.len(), ClientError::ALL.len());
    let not_found = serde_json::to_value(&responses["404"]).unwrap();
    let content = &not_found["content"]["application/problem+json"];
    assert_eq!(
        content["examples"]["not-found"]["value"],
        json!({ "title": "Not Found", "status": 404 })
    );
    // A success without members has no content.
    let ok = serde_json::to_value(&Success::responses()["200"]).unwrap();
    assert_eq!(ok.get("content"), None);
    assert_eq!(Problem::responses().keys().collect::<Vec<_>>(), ["default"]);
}

/// The variants have no `type`, so that one response may match the schemas of both.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum Untyped {
    /// No order has this number.
    #[status(404)]
    Order,
    /// No item has this number.
    #[status(404, expose)]
    Item,
    #[status(transparent, redact)]
    Stock(StockError),
    #[status(transparent)]
    Again(StockError),
    #[status(transparent, unlisted)]
    Any(StatusError),
}

#[test]
fn problems_without_a_type_are_any_of_several() {
    let responses = serde_json::to_value(Untyped::responses()).unwrap();
    let schema = &responses["404"]["content"]["application/problem+json"]["schema"];
    assert_eq!(schema["anyOf"].as_array().unwrap().len(), 3);
    assert!(jsonschema::is_valid(schema, &json!({ "title": "Not Found", "status": 404 })));
    let stock = &responses["409"]["content"]["application/problem+json"];
    assert_eq!(stock["schema"]["properties"].get("detail"), None, "the variant redacts it");
    assert_eq!(stock["examples"]["order-not-found"]["value"].get("detail"), None);
    assert!(responses["default"].is_object());
    let all = [
        Untyped::Order,
        Untyped::Item,
        Untyped::Stock(StockError::OrderNotFound(7)),
        Untyped::Again(StockError::OrderNotFound(7)),
        Untyped::Any(Err::<(), _>("text").or_status(ClientError::Gone).unwrap_err()),
    ];
    assert_eq!(all.map(|error| error.code()), [404, 404, 409, 409, 410]);
}

mod alike {
    use status_core::HttpStatus;

    /// It has the same variant as another type.
    #[derive(Debug, thiserror::Error, HttpStatus)]
    #[error("text")]
    #[status(404, utoipa, type_base = "/alike/")]
    /// It is not there.
    pub struct SignedOut;
}

#[utoipa::path(get, path = "/orders", responses(OrderError<String>, alike::SignedOut))]
fn orders() {}

#[utoipa::path(get, path = "/items", responses(alike::SignedOut))]
fn items() {}

#[derive(OpenApi)]
#[openapi(paths(orders, items), modifiers(&ProblemComponents))]
struct Modified;

#[test]
fn components_of_one_name_stay_apart() {
    let document = serde_json::to_value(Modified::openapi()).unwrap();
    let schemas = &document["components"]["schemas"];
    let of = |name: &str| schemas[name]["properties"]["type"]["enum"][0].clone();
    let mut found = [of("SignedOut"), of("SignedOutProblem")];
    found.sort_by_key(Value::to_string);
    assert_eq!(
        found,
        [json!("/alike/signed-out"), json!("https://shop.example/errors/signed-out")]
    );
    assert!(!schemas.as_object().unwrap().contains_key("SignedOutProblem2"));
    // Each operation refers to its own.
    let of_operation = |path: &str, code: &str| -> Vec<Value> {
        let response = &document["paths"][path]["get"]["responses"][code];
        let schema = &response["content"]["application/problem+json"]["schema"];
        let one = std::slice::from_ref(schema);
        let all = schema["oneOf"].as_array().map_or(one, Vec::as_slice);
        let schemas = all.iter().map(|it| {
            let pointer = it["$ref"].as_str().unwrap().trim_start_matches('#');
            document.pointer(pointer).unwrap()["properties"]["type"]["enum"][0].clone()
        });
        schemas.collect()
    };
    assert_eq!(of_operation("/items", "404"), [json!("/alike/signed-out")]);
    assert!(of_operation("/orders", "404").contains(&json!("/alike/signed-out")));
    assert_eq!(of_operation("/orders", "401"), [json!("https://shop.example/errors/signed-out")]);
    let _ = (orders, items, alike::SignedOut);
}
