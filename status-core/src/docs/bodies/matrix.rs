use serde::Serialize;
use status_core::HttpStatus;
use status_core::problem::{Body, View};

#[derive(Serialize)]
struct Response<'a> {
    errcode: &'a str,
    error: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after_ms: Option<u64>,
}

fn standard_error(view: &View<'_>) -> Body {
    Body::json(&Response {
        errcode: view.status.slug(),
        error: view.detail.unwrap_or(view.title),
        retry_after_ms: view.get("retry_after_ms"),
    })
    .for_every_reader()
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(
    axum,
    body = standard_error,
    slug_prefix = "M_",
    slug_case = "SCREAMING_SNAKE_CASE"
)]
pub enum RoomError {
    /// The caller may not do this.
    #[error("you are not in the room")]
    #[status(403)]
    Forbidden,
    /// The caller sends too many requests.
    #[error("too many requests")]
    #[status(429, members(retry_after_ms), header("Retry-After" = seconds))]
    LimitExceeded { retry_after_ms: u64, seconds: u64 },
    /// The database failed.
    #[error("connection to 10.0.0.5 lost")]
    #[status(500, slug = "M_UNKNOWN", detail = "internal server error")]
    Database,
}
