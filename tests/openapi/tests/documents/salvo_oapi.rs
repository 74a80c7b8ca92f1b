//! `salvo_oapi`.

use ::salvo_oapi::{Components, EndpointOutRegister, Operation, ToResponses};
use serde_json::Value;
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
    for name in ["OrderNotFound", "StockErrorOrderNotFound", "Gone"] {
        assert!(schemas[name].is_object() && schemas[name].get("title").is_none(), "{schemas:#}");
    }
    document::<Enveloped>().0.describes_the_envelope();
    document::<Rejection>().0.describes_the_rejections();
}
