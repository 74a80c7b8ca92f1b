use serde::Serialize;
use status_core::HttpStatus;
use status_core::problem::{Body, View};

#[derive(Serialize)]
struct Response<'a> {
    error: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_description: Option<&'a str>,
}

fn token_error(view: &View<'_>) -> Body {
    // A client of a token endpoint reads JSON, whatever it asks for.
    Body::json(&Response { error: view.status.slug(), error_description: view.detail })
        .media_type("application/json;charset=UTF-8")
        .for_every_reader()
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(
    axum,
    body = token_error,
    slug_case = "snake_case",
    header("Cache-Control" = "no-store"),
    header("Pragma" = "no-cache")
)]
pub enum TokenError {
    /// A parameter is missing or repeated.
    #[error("missing parameter: {0}")]
    #[status(400)]
    InvalidRequest(&'static str),
    /// The client failed to authenticate.
    #[error("unknown client")]
    #[status(401, header("WWW-Authenticate" = "Basic realm=\"tokens\""))]
    InvalidClient,
    /// The code or the refresh token is not valid.
    #[error("code 0x3f was used at 12:00")]
    #[status(400, redact)]
    InvalidGrant,
    /// The server does not issue tokens for this grant.
    #[error("send an authorization code")]
    #[status(400)]
    UnsupportedGrantType,
}
