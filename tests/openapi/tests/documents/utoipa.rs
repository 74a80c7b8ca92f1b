//! utoipa.

use serde_json::{Map, Value, json};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

use super::document::{Document, Examples};
use super::shop::{Enveloped, OrderError};

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
