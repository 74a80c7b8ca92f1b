//! What the servers share: what they read, and the errors of their own guards.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use status_core::HttpStatus;
use status_core::problem::FieldError;
use status_core::rejection::Rejection;

/// The largest content that a route accepts, in bytes.
pub const MAX: usize = 256;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only whether they are read matters")]
struct Item {
    quantity: u32,
    size: Option<Size>,
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    parts: Vec<Item>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only whether they are read matters")]
enum Size {
    Small,
    Box { width: u8 },
    Pair(u8, u8),
}

impl Order {
    pub fn answer(&self) -> String {
        format!("{} items ordered", self.items.len())
    }
}

#[derive(Deserialize, rocket::FromForm)]
pub struct Page {
    pub quantity: u32,
}

/// Why a guard refuses a request.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(actix_web, axum, http, poem, rocket, salvo, warp)]
pub enum GuardError {
    /// The caller has not signed in.
    #[error("sign in first")]
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,
    /// The route is for an upgraded connection.
    #[error("expected an upgrade to a WebSocket")]
    #[status(426, header("Upgrade" = "websocket"), header("Connection" = "upgrade"))]
    NotAnUpgrade,
    /// The stock did not answer in time.
    #[error("the stock did not answer: a secret")]
    #[status(504)]
    Timeout,
    #[error(transparent)]
    #[status(transparent)]
    Rejected(#[from] Rejection),
}

/// The guards of the routes that need a header field.
pub fn guard(path: &str, field: impl Fn(&str) -> Option<String>) -> Result<String, GuardError> {
    match path {
        "/account" => field("authorization").ok_or(GuardError::SignedOut),
        "/socket" => field("upgrade").ok_or(GuardError::NotAnUpgrade),
        _ => match field("x-limit").and_then(|limit| limit.parse::<u32>().ok()) {
            Some(limit) => Ok(limit.to_string()),
            None => {
                let error = FieldError::new("must be a number").pointer("x-limit");
                Err(Rejection::UnexpectedHeader { errors: error.into() }.into())
            }
        },
    }
}

/// The text of a content.
pub fn text(content: &[u8]) -> Result<String, Rejection> {
    let text = std::str::from_utf8(content);
    text.map(str::to_owned).map_err(|_| Rejection::MalformedText)
}

/// Waits for what never comes.
pub async fn slow() -> Result<String, GuardError> {
    let wait = tokio::time::timeout(Duration::from_millis(1), std::future::pending()).await;
    wait.map_err(|_| GuardError::Timeout)
}

pub fn panics() -> String {
    panic!("a secret")
}
