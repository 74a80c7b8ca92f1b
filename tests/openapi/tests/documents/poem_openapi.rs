//! `poem_openapi`.

use ::poem_openapi::registry::{MetaResponses, Registry};
use ::poem_openapi::{ApiResponse, Object};
use serde::Serialize;
use serde_json::{Map, Value};
use status_core::HttpStatus;
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

#[test]
fn only_the_types_of_members_are_components() {
    let mut registry = Registry::new();
    OrderError::<String>::register(&mut registry);
    assert_eq!(registry.schemas.keys().collect::<Vec<_>>(), ["Address", "Zip"]);
}

/// No value of it can be made up.
#[derive(Debug, Serialize, Object)]
struct Job {
    #[oai(validator(pattern = "^job-[0-9]+$"))]
    id: String,
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(poem_openapi, type_base = "/jobs/")]
enum JobError {
    /// Another job is running.
    #[status(409, members(job))]
    Running { job: Job },
    /// The job has ended.
    #[status(409)]
    Ended,
}

/// Nothing in an example tells of which variant it is.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(poem_openapi)]
enum UntypedJobError {
    /// Another job is running.
    #[status(409, members(job))]
    Running { job: Job },
    /// The job has ended.
    #[status(409)]
    Ended,
}

#[test]
fn an_example_is_in_the_schema_of_its_own_variant() {
    let MetaResponses { responses } = JobError::meta();
    let response = serde_json::to_value(&responses[0]).unwrap();
    let schema = &response["content"]["application/problem+json"]["schema"];
    assert_eq!(schema.get("example"), None);
    assert_eq!(schema["oneOf"][0].get("example"), None, "its member has no example");
    assert_eq!(schema["oneOf"][1]["example"]["type"], "/jobs/ended");
    let MetaResponses { responses } = UntypedJobError::meta();
    let response = serde_json::to_value(&responses[0]).unwrap();
    let schema = &response["content"]["application/problem+json"]["schema"];
    assert_eq!(schema["anyOf"][0].get("example"), None, "{schema:#}");
    assert_eq!(schema["anyOf"][1]["example"]["title"], "Conflict", "{schema:#}");
    let running = JobError::Running { job: Job { id: "job-7".to_owned() } };
    assert_eq!([running, JobError::Ended].map(|error| error.code()), [409, 409]);
    let running = UntypedJobError::Running { job: Job { id: "job-7".to_owned() } };
    assert_eq!([running, UntypedJobError::Ended].map(|error| error.code()), [409, 409]);
}
