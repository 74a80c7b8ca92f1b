//! The extractors in aide's documents: what axum's have there.

use alloc::vec::Vec;

use aide::generate::GenContext;
use aide::openapi::{Operation, Response};
use aide::operation::{OperationInput, OperationOutput};
use schemars::JsonSchema;

use super::{Form, Json, Path, Query};

macro_rules! inputs {
    ($($extractor:ident as $of_axum:path),* $(,)?) => {$(
        // Without early responses: aide would put them in place of the handler's own of the same code.
        impl<T: JsonSchema> OperationInput for $extractor<T> {
            fn operation_input(context: &mut GenContext, operation: &mut Operation) {
                <$of_axum as OperationInput>::operation_input(context, operation);
            }
        }
    )*};
}

inputs! {
    Form as axum::Form<T>,
    Json as axum::Json<T>,
    Path as axum::extract::Path<T>,
    Query as axum::extract::Query<T>,
}

macro_rules! outputs {
    ($($response:ident as $of_axum:path),* $(,)?) => {$(
        impl<T: JsonSchema> OperationOutput for $response<T> {
            type Inner = T;

            fn operation_response(
                context: &mut GenContext,
                operation: &mut Operation,
            ) -> Option<Response> {
                <$of_axum as OperationOutput>::operation_response(context, operation)
            }

            // Not axum's, which may add how its extractor of this name refuses a request.
            fn inferred_responses(
                context: &mut GenContext,
                operation: &mut Operation,
            ) -> Vec<(Option<u16>, Response)> {
                let response = Self::operation_response(context, operation);
                response.into_iter().map(|response| (Some(200), response)).collect()
            }
        }
    )*};
}

outputs! {
    Form as axum::Form<T>,
    Json as axum::Json<T>,
}
