//! A client of the `shop` example. Start the shop first, then:
//!
//! ```text
//! cargo run --example shop_client
//! ```
//!
//! It connects to port 3000, or to the port in the environment variable `PORT`. It shares the crate
//! `shop_errors` with the shop, and gets the shop's own errors back.

use std::env;
use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, Method, RequestBuilder};
use shop_errors::{OrderError, StockError};
use status_core::problem::Failure;
use status_core::reqwest::ResponseExt as _;
use tokio::time;

/// The longest `Retry-After` that the client waits for, and its timeout.
const PATIENCE: Duration = Duration::from_secs(10);

/// The maximum number of times that a request is sent.
const TRIES: u32 = 3;

/// A request to the shop.
struct Step {
    what: &'static str,
    token: Option<&'static str>,
    path: &'static str,
    /// The content of a `POST`. Without content, the request is a `GET`.
    json: Option<&'static str>,
}

#[rustfmt::skip]
const TOUR: &[Step] = &[
    Step { what: "buy two teapots", token: Some("demo"), path: "/orders", json: Some(r#"{"item":"teapot","quantity":2}"#) },
    Step { what: "buy no teapot", token: Some("demo"), path: "/orders", json: Some(r#"{"item":"teapot","quantity":0}"#) },
    Step { what: "buy a kettle", token: Some("demo"), path: "/orders", json: Some(r#"{"item":"kettle","quantity":1}"#) },
    Step { what: "buy a teacup", token: Some("demo"), path: "/orders", json: Some(r#"{"item":"teacup","quantity":1}"#) },
    Step { what: "buy on trial", token: Some("trial"), path: "/orders", json: Some(r#"{"item":"teapot","quantity":1}"#) },
    Step { what: "omit the token", token: None, path: "/orders/1", json: None },
    Step { what: "see order 404", token: Some("demo"), path: "/orders/404", json: None },
    Step { what: "see the first order", token: Some("demo"), path: "/orders/first", json: None },
    Step { what: "pay order 1 twice", token: Some("demo"), path: "/orders/1/payment", json: Some(r#"{"card":"lucky"}"#) },
    Step { what: "pay with a bad card", token: Some("demo"), path: "/orders/2/payment", json: Some(r#"{"card":"unlucky"}"#) },
    Step { what: "find the cellar", token: None, path: "/cellar", json: None },
    Step { what: "see the stock", token: None, path: "/stock", json: None },
];

impl Step {
    fn method(&self) -> Method {
        if self.json.is_some() { Method::POST } else { Method::GET }
    }

    fn request(&self, client: &Client, base: &str) -> RequestBuilder {
        let url = format!("{base}{}", self.path);
        let mut request = client.request(self.method(), url);
        if let Some(json) = self.json {
            request = request.header(CONTENT_TYPE, "application/json").body(json);
        }
        match self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Sends the request, and sends it again if the shop asks for that with `Retry-After`.
    async fn send(&self, client: &Client, base: &str) -> Result<String, StepError> {
        let mut tries = 0;
        loop {
            tries += 1;
            let response = self.request(client, base).send().await?;
            let problem = match response.problem_for_status().await {
                Ok(response) => return Ok(response.text().await?),
                Err(problem) => problem,
            };
            let retry = problem.retry_as::<OrderError>(&self.method());
            let failure = Failure::from(problem);
            match retry.delay() {
                Some(delay) if delay <= PATIENCE && tries < TRIES => {
                    let answer = in_words(&failure);
                    say(self.what, &format!("{answer} (waiting {} s)", delay.as_secs()));
                    time::sleep(delay).await;
                }
                _ => return Err(failure.into()),
            }
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum StepError {
    /// The response is an error.
    #[error(transparent)]
    Failure(#[from] Failure<OrderError>),
    /// There was no response.
    #[error(transparent)]
    Connection(#[from] reqwest::Error),
}

/// What the client tells its user.
fn in_words(failure: &Failure<OrderError>) -> String {
    match failure {
        Failure::Decoded(OrderError::OrderNotFound { id }) => format!("there is no order {id}"),
        Failure::Decoded(OrderError::TooFast { after }) => {
            format!("wait {} min", after.as_secs().div_ceil(60))
        }
        Failure::Decoded(OrderError::Stock(StockError::SoldOut { item, left })) => {
            format!("only {left} of {item} left")
        }
        Failure::Decoded(error) => error.to_string(),
        Failure::Other(problem) => format!("failed: {problem}"),
    }
}

fn say(what: &str, answer: &str) {
    // Do not stop if stdout is closed.
    let _ = writeln!(io::stdout(), "{what:<20} {answer}");
}

async fn run() -> Result<(), Box<dyn Error>> {
    let port = env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let base = format!("http://127.0.0.1:{port}");
    let client = Client::builder().timeout(PATIENCE).build()?;
    for step in TOUR {
        match step.send(&client, &base).await {
            Ok(answer) => say(step.what, &answer),
            Err(StepError::Failure(failure)) => say(step.what, &in_words(&failure)),
            Err(StepError::Connection(error)) if error.is_connect() => {
                return Err(format!(
                    "no shop at {base}; start one with `cargo run --example shop`"
                )
                .into());
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shop_client: {error}");
            ExitCode::FAILURE
        }
    }
}
