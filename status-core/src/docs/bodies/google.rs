use serde::Serialize;
use status_core::HttpStatus;
use status_core::problem::{Body, View};

#[derive(Serialize)]
struct Response<'a> {
    error: Error<'a>,
}

#[derive(Serialize)]
struct Error<'a> {
    code: u16,
    message: &'a str,
    /// The name of the gRPC code.
    status: Option<String>,
    details: [Info<'a>; 1],
}

#[derive(Serialize)]
struct Info<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    reason: &'a str,
    domain: &'static str,
    metadata: Metadata,
}

#[derive(Serialize)]
struct Metadata {
    #[serde(skip_serializing_if = "Option::is_none")]
    book: Option<String>,
}

fn error_model(view: &View<'_>) -> Body {
    Body::json(&Response {
        error: Error {
            code: view.status.code(),
            message: view.detail.unwrap_or(view.title),
            status: view.get("rpc"),
            details: [Info {
                kind: "type.googleapis.com/google.rpc.ErrorInfo",
                reason: view.status.slug(),
                domain: "library.example",
                metadata: Metadata { book: view.get("book") },
            }],
        },
    })
    .media_type("application/json; charset=UTF-8")
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, body = error_model, slug_case = "SCREAMING_SNAKE_CASE")]
pub enum LibraryError {
    /// No book has this name.
    #[error("book {book} not found")]
    #[status(404, members(book, rpc = "NOT_FOUND"))]
    BookNotFound { book: String },
    /// The library is closed.
    #[error("the index is being rebuilt on shard 3")]
    #[status(503, members(rpc = "UNAVAILABLE"), detail = "try again tomorrow")]
    Closed,
}
