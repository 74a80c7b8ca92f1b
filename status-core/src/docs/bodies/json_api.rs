use serde::Serialize;
use status_core::HttpStatus;
use status_core::problem::{Body, View};

#[derive(Serialize)]
struct Document<'a> {
    errors: [Error<'a>; 1],
}

#[derive(Serialize)]
struct Error<'a> {
    status: String,
    code: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
}

#[derive(Serialize)]
struct Source {
    pointer: String,
}

fn document(view: &View<'_>) -> Body {
    Body::json(&Document {
        errors: [Error {
            status: view.status.code().to_string(),
            code: view.status.slug(),
            title: view.title,
            detail: view.detail,
            source: view.get("pointer").map(|pointer| Source { pointer }),
        }],
    })
    .media_type("application/vnd.api+json")
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, body = document)]
pub enum ArticleError {
    /// The article is invalid.
    #[error("the title must not be empty")]
    #[status(422, title = "Invalid attribute", members(pointer))]
    InvalidAttribute { pointer: &'static str },
    /// The article is being edited.
    #[error("lock 0x7f is held by worker 3")]
    #[status(423, redact)]
    BeingEdited,
}
