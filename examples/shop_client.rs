//! A client of the shop: `cargo run --example shop_client`, while `cargo run --example shop` is open. It
//! asks on the port that `PORT` says.
//!
//! The shop's own `OrderError` says what it can be refused with.

#[expect(dead_code, reason = "some of it stays with the shop")]
#[path = "shop/errors.rs"]
mod errors;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, RequestBuilder};
use status_core::HttpStatus;
use status_core::problem::Problem;
use status_core::reqwest::ResponseExt as _;
use tokio::time;

use errors::{OrderError, StockError};

/// It comes back when it is told to, unless that is later than this.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it comes back.
const TRIES: u32 = 3;

/// A question to the shop.
struct Ask {
    what: &'static str,
    token: Option<&'static str>,
    path: &'static str,
    /// `POST` with it, `GET` without it.
    json: Option<&'static str>,
}

#[rustfmt::skip]
const TOUR: &[Ask] = &[
    Ask { what: "buy two teapots", token: Some("demo"), path: "/orders", json: Some(r#"{"article":"teapot","pieces":2}"#) },
    Ask { what: "buy no teapot", token: Some("demo"), path: "/orders", json: Some(r#"{"article":"teapot","pieces":0}"#) },
    Ask { what: "buy a kettle", token: Some("demo"), path: "/orders", json: Some(r#"{"article":"kettle","pieces":1}"#) },
    Ask { what: "buy a teacup", token: Some("demo"), path: "/orders", json: Some(r#"{"article":"teacup","pieces":1}"#) },
    Ask { what: "buy on trial", token: Some("trial"), path: "/orders", json: Some(r#"{"article":"teapot","pieces":1}"#) },
    Ask { what: "see order 1 unnamed", token: None, path: "/orders/1", json: None },
    Ask { what: "see order 404", token: Some("demo"), path: "/orders/404", json: None },
    Ask { what: "see the first order", token: Some("demo"), path: "/orders/first", json: None },
    Ask { what: "pay order 1 twice", token: Some("demo"), path: "/orders/1/payment", json: Some(r#"{"card":"lucky"}"#) },
    Ask { what: "pay without luck", token: Some("demo"), path: "/orders/2/payment", json: Some(r#"{"card":"unlucky"}"#) },
    Ask { what: "find the cellar", token: None, path: "/cellar", json: None },
    Ask { what: "see the stock", token: None, path: "/stock", json: None },
];

impl Ask {
    fn request(&self, client: &Client, base: &str) -> RequestBuilder {
        let url = format!("{base}{}", self.path);
        let request = match self.json {
            Some(json) => client.post(url).header(CONTENT_TYPE, "application/json").body(json),
            None => client.get(url),
        };
        match self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// What the shop answers, and what it refuses in the end.
    async fn of(&self, client: &Client, base: &str) -> Result<String, Refused> {
        let mut tries = 0;
        loop {
            tries += 1;
            let response = self.request(client, base).send().await?;
            let problem = match response.problem_for_status().await {
                Ok(response) => return Ok(response.text().await?),
                Err(problem) => problem,
            };
            match problem.retry_delay() {
                Some(delay) if delay <= PATIENCE && tries < TRIES => {
                    say(
                        self.what,
                        &format!("{} (waiting {} s)", in_words(&problem), delay.as_secs()),
                    );
                    time::sleep(delay).await;
                }
                _ => return Err(problem.into()),
            }
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum Refused {
    /// The shop says why.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// Nothing can be heard of the shop.
    #[error(transparent)]
    Connection(#[from] reqwest::Error),
}

/// The error that a problem is, with what it says. `None` where it is not of the shop, or where the
/// shop keeps to itself what there is to know.
fn order_error(problem: &Problem) -> Option<OrderError> {
    let (pieces, max) = (problem.get("pieces"), problem.get("max"));
    let (article, left) = (|| problem.get("article"), problem.get("left"));
    let (id, after) = (problem.get("id"), problem.retry_delay());
    let known = [
        Some(OrderError::SignedOut),
        id.map(|id| OrderError::OrderNotFound { id }),
        id.map(|id| OrderError::AlreadyPaid { id }),
        pieces.zip(max).map(|(pieces, max)| OrderError::WrongQuantity { pieces, max }),
        after.map(|after| OrderError::TooFast { after }),
        after.map(|after| OrderError::Counting { after }),
        article().map(|article| StockError::UnknownArticle { article }.into()),
        article().zip(left).map(|(article, left)| StockError::SoldOut { article, left }.into()),
    ];
    known.into_iter().flatten().find(|error| problem.is(error.status()))
}

fn in_words(problem: &Problem) -> String {
    let Some(error) = order_error(problem) else {
        return format!("it failed: {problem}");
    };
    match error {
        OrderError::SignedOut => "a token is missing".to_owned(),
        OrderError::OrderNotFound { id } => format!("nobody knows order {id}"),
        OrderError::AlreadyPaid { id } => format!("order {id} is paid, keep your money"),
        OrderError::WrongQuantity { pieces, max } => {
            format!("not {pieces} of them, but 1 to {max}")
        }
        OrderError::TooFast { after } => format!("not before {} min", after.as_secs().div_ceil(60)),
        OrderError::Counting { .. } => "they are counting".to_owned(),
        OrderError::Stock(StockError::UnknownArticle { article }) => format!("no {article} there"),
        OrderError::Stock(StockError::SoldOut { article, left }) => {
            format!("only {left} of {article} left")
        }
        // A text is all that there is to know of them.
        OrderError::BadNumber(_) | OrderError::BadContent(_) | OrderError::Payment(_) => {
            problem.to_string()
        }
    }
}

fn say(what: &str, answer: &str) {
    // Where nobody reads it, there is nobody to tell.
    let _ = writeln!(io::stdout(), "{what:<20} {answer}");
}

async fn run() -> Result<(), Box<dyn Error>> {
    let port = env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let base = format!("http://127.0.0.1:{port}");
    let client = Client::builder().timeout(PATIENCE).build()?;
    for ask in TOUR {
        match ask.of(&client, &base).await {
            Ok(answer) => say(ask.what, &answer),
            Err(Refused::Problem(problem)) => say(ask.what, &in_words(&problem)),
            Err(Refused::Connection(error)) if error.is_connect() => {
                return Err(
                    format!("no shop at {base}; `cargo run --example shop` opens one").into()
                );
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
