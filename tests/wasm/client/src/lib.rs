//! A client with reqwest in a JavaScript host. `test.mjs` calls it.
#![forbid(unsafe_code)]

use std::error::Error as _;
use std::time::Duration;

use reqwest::Client;
use reqwest::header::HeaderName;
use serde_json::{Value, json};
use shop_errors::OrderError;
use status_core::problem::Failure;
use status_core::reqwest::ResponseExt as _;
use status_core::{HttpStatus, Status, StatusTable as _};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
#[expect(dead_code, reason = "only its statuses are used")]
enum ShopError {
    /// Too few are left.
    #[status(409)]
    SoldOut,
    /// No order has this number.
    #[status(404)]
    OrderNotFound,
}

/// Sends a request, and returns what the client knows about the response, as JSON.
#[wasm_bindgen]
pub async fn request(url: &str, timeout: u32) -> Result<String, JsError> {
    let timeout = Duration::from_millis(timeout.into());
    let response = Client::new().get(url).timeout(timeout).send().await?;
    let problem = match response.problem_for_status().await {
        Ok(response) => return Ok(json!({ "text": response.text().await? }).to_string()),
        Err(problem) => problem,
    };
    let fields = problem.header_fields();
    let names: Vec<_> = fields.keys().map(HeaderName::as_str).collect();
    let status = ShopError::TABLE.iter().find(|status| problem.is(status));
    let known = json!({
        "problem": serde_json::from_slice::<Value>(&problem.json())?,
        "message": problem.to_string(),
        "fields": names,
        "delay": problem.retry_delay().map(|delay| delay.as_secs_f64()),
        "status": status.map(Status::name),
        "source": problem.source().map(ToString::to_string),
    });
    Ok(known.to_string())
}

/// Sends a request, and returns the shop's error, or the problem if it is none of the shop's errors.
#[wasm_bindgen]
pub async fn decode(url: &str) -> Result<String, JsError> {
    let response = Client::new().get(url).send().await?;
    Ok(match response.error_for_status_as::<OrderError>().await {
        Ok(response) => response.text().await?,
        Err(Failure::Decoded(error)) => format!("{error:?}"),
        Err(Failure::Other(problem)) => problem.to_string(),
    })
}
