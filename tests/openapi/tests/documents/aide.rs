//! aide.

use ::aide::generate::in_context;
use ::aide::openapi::Operation;
use ::aide::operation::OperationOutput;
use serde_json::{Map, Value};

use super::document::{Document, Examples};
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
}

#[test]
fn each_variant_is_a_component() {
    in_context(|context| {
        OrderError::<String>::inferred_responses(context, &mut Operation::default());
        let names: Vec<_> = context.schema.definitions().keys().map(String::as_str).collect();
        for name in ["OrderNotFound", "StockErrorOrderNotFound", "Gone", "Address", "Zip"] {
            assert!(names.contains(&name), "{names:?}");
        }
    });
}
