//! aide.

use std::collections::BTreeSet;

use ::aide::axum::ApiRouter;
use ::aide::axum::routing::post;
use ::aide::generate::in_context;
use ::aide::openapi::{OpenApi, Operation};
use ::aide::operation::OperationOutput;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value};
use status_core::HttpStatus;
use status_core::axum::{Json, Path};
use status_core::problem::FieldErrors;
use status_core::rejection::Rejection;

use super::document::{Document, Examples, rejection_codes};
use super::shop::{Enveloped, OrderError};

fn document<E: OperationOutput>() -> Document {
    in_context(|context| {
        let operation = &mut Operation::default();
        let again = E::inferred_responses(context, operation);
        let responses = E::inferred_responses(context, operation);
        assert_eq!(again, responses, "a second operation has the same components");
        let responses = responses.into_iter().map(|(code, response)| {
            let key = code.map_or("default".to_owned(), |code| code.to_string());
            (key, serde_json::to_value(response).unwrap())
        });
        let responses = Value::Object(responses.collect::<Map<_, _>>());
        Document::new(responses, &Value::Object(context.schema.definitions().clone()))
    })
}

#[test]
fn the_responses_describe_the_errors() {
    document::<OrderError<String>>().describes_the_errors(Examples::Named);
    document::<Enveloped>().describes_the_envelope();
    document::<Rejection>().describes_the_rejections();
}

#[test]
fn each_variant_is_a_component() {
    in_context(|context| {
        OrderError::<String>::inferred_responses(context, &mut Operation::default());
        let names: Vec<_> = context.schema.definitions().keys().map(String::as_str).collect();
        for name in [
            "OrderNotFoundProblem",
            "StockErrorOrderNotFoundProblem",
            "GoneProblem",
            "Address",
            "Zip",
        ] {
            assert!(names.contains(&name), "{names:?}");
        }
    });
}

/// It has the name of a variant of `OrderError`.
#[derive(JsonSchema)]
struct Closed {
    #[expect(dead_code, reason = "only described")]
    since: u32,
}

#[test]
fn a_type_keeps_its_name_beside_a_variant_of_that_name() {
    in_context(|context| {
        OrderError::<String>::inferred_responses(context, &mut Operation::default());
        let schema = context.schema.subschema_for::<Closed>();
        assert_eq!(schema.get("$ref"), Some(&Value::from("#/components/schemas/Closed")));
        assert!(context.schema.definitions()["Closed"]["properties"]["since"].is_object());
    });
}

#[test]
fn field_errors_have_a_json_schema_of_that_name() {
    let schema = schemars::schema_for!(FieldErrors);
    assert_eq!(schema.get("title"), Some(&Value::from("FieldErrors")));
}

#[derive(JsonSchema, Deserialize)]
struct NewOrder {
    #[expect(dead_code, reason = "only described")]
    quantity: u32,
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(aide, axum)]
enum RefusedError {
    #[error(transparent)]
    #[status(transparent)]
    Refused(#[from] Rejection),
}

#[test]
fn a_handler_with_these_extractors_is_described() {
    async fn handler(
        Path(_): Path<u64>,
        new: Result<Json<NewOrder>, Rejection>,
    ) -> Result<Json<Vec<u32>>, RefusedError> {
        let Json(_) = new?;
        Ok(Json(Vec::new()))
    }
    let mut document = OpenApi::default();
    let router: axum::Router =
        ApiRouter::new().api_route("/orders/{id}", post(handler)).finish_api(&mut document);
    drop(router);
    let document = serde_json::to_value(document).unwrap();
    let operation = &document["paths"]["/orders/{id}"]["post"];
    let reference = &operation["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(reference["$ref"], "#/components/schemas/NewOrder");
    let responses = operation["responses"].as_object().unwrap();
    let codes: BTreeSet<_> = responses.keys().cloned().collect();
    let mut expected = rejection_codes();
    expected.insert("200".to_owned());
    assert_eq!(codes, expected);
    assert_eq!(responses["200"]["content"]["application/json"]["schema"]["type"], "array");
}
