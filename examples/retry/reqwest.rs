//! A client that sends a request again if its problem allows it, as a middleware for reqwest. Start
//! the shop first, then:
//!
//! ```text
//! cargo run --example retry_reqwest -- http://127.0.0.1:3000/stock
//! ```

pub(crate) mod patience;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};

use http::Extensions;
use reqwest::{Request, Response};
use reqwest_middleware::{ClientBuilder, Middleware, Next};
use status_core::problem::Problem;
use status_core::reqwest::ResponseExt as _;
use tokio::time;

use patience::{PATIENCE, Patience};

/// Sends a request again if the problem of its response allows it.
pub struct Retry;

#[async_trait::async_trait]
impl Middleware for Retry {
    async fn handle(
        &self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> reqwest_middleware::Result<Response> {
        let mut patience = Patience::start();
        loop {
            // `None` for a body that can be read only once.
            let Some(copy) = request.try_clone() else {
                return next.run(request, extensions).await;
            };
            let response = next.clone().run(copy, extensions).await?;
            // The code and the header fields are enough, and the caller may want the content.
            let problem = Problem::from_parts(response.status().as_u16(), response.headers(), b"");
            match patience.wait(problem.retry(request.method())) {
                Some(wait) => wait.await,
                None => return Ok(response),
            }
        }
    }
}

/// The content at this URL.
///
/// # Errors
///
/// The problem of a failing response, or why there is no response within the patience.
pub async fn get(url: &str) -> Result<String, Box<dyn Error>> {
    let client = ClientBuilder::new(reqwest::Client::new()).with(Retry).build();
    // `Retry` does not end a try that takes too long, nor does reqwest without a timeout.
    time::timeout(PATIENCE, async {
        let response = client.get(url).send().await?.problem_for_status().await?;
        Ok(response.text().await?)
    })
    .await?
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = env::args().nth(1).ok_or("the URL is missing")?;
    writeln!(io::stdout(), "{}", get(&url).await?)?;
    Ok(())
}
