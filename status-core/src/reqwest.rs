//! For clients that use reqwest: what a failing response tells.

use alloc::vec::Vec;

use ::reqwest::Response;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, ALLOW, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER,
    WWW_AUTHENTICATE,
};

use crate::problem::{Form, Problem};

/// What a client acts on when a request has failed.
///
/// Not the others: they are about the content, the connection, the server or a session with it, and
/// would be wrong beside a problem that is forwarded.
const KEPT: [HeaderName; 9] = [
    ACCEPT,
    ACCEPT_ENCODING,
    HeaderName::from_static("accept-patch"),
    HeaderName::from_static("accept-post"),
    ALLOW,
    HeaderName::from_static("ratelimit"),
    HeaderName::from_static("ratelimit-policy"),
    RETRY_AFTER,
    WWW_AUTHENTICATE,
];

/// Turns a failing response of reqwest into the [`Problem`] that it tells of.
///
/// ```
/// use status_core::reqwest::ResponseExt as _;
/// use status_core::{HttpStatus, StatusTable};
///
/// #[derive(HttpStatus)]
/// #[status(type_base = "https://shop.example/errors/")]
/// enum OrderError {
///     /// No order has this number.
///     #[status(404)]
///     OrderNotFound,
/// }
///
/// async fn order(id: u64) -> Result<Option<String>, Box<dyn std::error::Error>> {
///     let response = reqwest::get(format!("https://shop.example/orders/{id}")).await?;
///     match response.problem_for_status().await {
///         Ok(response) => Ok(Some(response.text().await?)),
///         Err(problem) if problem.is(OrderError::OrderNotFound.status()) => Ok(None),
///         Err(problem) => Err(problem.into()),
///     }
/// }
/// ```
pub trait ResponseExt: sealed::Sealed {
    /// The response, or the problem that it tells of where its code is 400 or more.
    ///
    /// # Errors
    ///
    /// With the problem that [`Problem::from_response`] makes of the content. No more of it is read
    /// than can make a difference: a problem up to [`MAX_CONTENT`](crate::problem::MAX_CONTENT), the
    /// beginning of a plain text, and nothing of any other media type. Then the rest is given up, and
    /// with it the connection. How long that may take is up to the client's own `timeout` and
    /// `read_timeout`, of which reqwest sets neither by itself.
    ///
    /// Where the connection breaks or the time is over before the content has ended, it is the problem
    /// of the code, with reqwest's error as its [`source`](core::error::Error::source).
    ///
    /// Of the header fields, those that a client acts on are kept: `Retry-After`, `WWW-Authenticate`,
    /// `Allow`, `Accept`, `Accept-Encoding`, `Accept-Patch`, `Accept-Post`, `RateLimit` and
    /// `RateLimit-Policy`. Take others from the response before.
    ///
    /// # In a gateway
    ///
    /// A handler that fails with the problem of an upstream answers 502 (Bad Gateway), and nothing of
    /// what the upstream said goes out: no detail, no member and no header field.
    /// [`Problem::forward`] says why, and lets it go out where it may.
    fn problem_for_status(self) -> impl Future<Output = Result<Response, Problem>> + Send;
}

impl ResponseExt for Response {
    async fn problem_for_status(mut self) -> Result<Response, Problem> {
        let code = self.status().as_u16();
        if code < 400 {
            return Ok(self);
        }
        let content_type = self.headers().get(CONTENT_TYPE).cloned();
        let content_type = content_type.as_ref().map(HeaderValue::as_bytes);
        let problem = match content(&mut self, Form::of(content_type).bytes_of_use()).await {
            Ok(content) => Problem::from_response(code, content_type, &content),
            Err(error) => Problem::from_response(code, None, b"").because(error),
        };
        Err(problem.with_fields(kept(self.headers())))
    }
}

/// The content, up to so many bytes.
async fn content(response: &mut Response, most: usize) -> Result<Vec<u8>, ::reqwest::Error> {
    let mut content = Vec::new();
    while content.len() < most {
        let Some(chunk) = response.chunk().await? else { break };
        let wanted = chunk.len().min(most - content.len());
        content.extend_from_slice(&chunk[..wanted]);
    }
    Ok(content)
}

fn kept(fields: &HeaderMap) -> HeaderMap {
    let mut kept = HeaderMap::new();
    for (name, value) in fields.iter().filter(|(name, _)| KEPT.contains(name)) {
        // It does not fail: these fit into the map that they are from.
        let _ = kept.try_append(name, value.clone());
    }
    kept
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for ::reqwest::Response {}
}
