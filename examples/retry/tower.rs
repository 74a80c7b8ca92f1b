//! A client that sends a request again if its problem allows it, with tower's `retry` and hyper. Start
//! the shop first, then:
//!
//! ```text
//! cargo run --example retry_tower -- http://127.0.0.1:3000/stock
//! ```

pub(crate) mod patience;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};
use std::pin::Pin;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use status_core::problem::Problem;
use tokio::time;
use tower::retry::{Policy, RetryLayer};
use tower::{ServiceBuilder, ServiceExt as _};

use patience::{PATIENCE, Patience};

/// Sends a request again if the problem of its response allows it.
///
/// The patience of a request is in its extensions. The policy is no place for it: `clone_request` is
/// called on the policy that all requests share.
#[derive(Clone, Copy, Debug)]
pub struct Retry;

impl<Content: Clone, Answered, Failed> Policy<Request<Content>, Response<Answered>, Failed>
    for Retry
{
    type Future = Pin<Box<dyn Future<Output = ()> + Send>>;

    fn retry(
        &mut self,
        request: &mut Request<Content>,
        result: &mut Result<Response<Answered>, Failed>,
    ) -> Option<Self::Future> {
        // A request without a response may have taken effect.
        let response = result.as_ref().ok()?;
        // The code and the header fields are enough, and the caller may want the content.
        let problem = Problem::from_parts(response.status().as_u16(), response.headers(), b"");
        let retry = problem.retry(request.method());
        let wait = request.extensions_mut().get_mut::<Patience>()?.wait(retry)?;
        Some(Box::pin(wait))
    }

    fn clone_request(&mut self, request: &Request<Content>) -> Option<Request<Content>> {
        let mut copy = request.clone();
        // Called before each try. The first one begins the patience, and the copies have it too.
        copy.extensions_mut().get_or_insert_with(Patience::start);
        Some(copy)
    }
}

/// The content at this URL.
///
/// # Errors
///
/// The problem of a failing response, or why there is no response within the patience.
pub async fn get(url: &str) -> Result<Bytes, Box<dyn Error>> {
    let client: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    let client = ServiceBuilder::new().layer(RetryLayer::new(Retry)).service(client);
    let request = Request::get(url).body(Full::default())?;
    // `Retry` does not end a try that takes too long, nor does hyper.
    time::timeout(PATIENCE, async {
        let (parts, body) = client.oneshot(request).await?.into_parts();
        let content = body.collect().await?.to_bytes();
        if parts.status.as_u16() >= 400 {
            return Err(Problem::from_parts(parts.status.as_u16(), &parts.headers, &content).into());
        }
        Ok(content)
    })
    .await?
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = env::args().nth(1).ok_or("the URL is missing")?;
    io::stdout().write_all(&get(&url).await?)?;
    Ok(())
}
