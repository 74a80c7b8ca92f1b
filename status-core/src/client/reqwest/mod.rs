//! Reads problems from reqwest's responses.

#[cfg(feature = "reqwest_blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "reqwest_blocking")))]
pub mod blocking;
mod chunks;

use alloc::vec::Vec;
use core::mem;

use ::reqwest::Response;
use http::header::{CONTENT_TYPE, HeaderValue};

use self::chunks::Chunks;
use super::content::Form;
use super::decode::Decode;
use super::failure::Failure;
use crate::problem::object::Problem;

/// Converts reqwest's error responses into [`Problem`]s, and into the server's own errors.
///
/// ```
/// use status_core::HttpStatus;
/// use status_core::problem::Failure;
/// use status_core::reqwest::ResponseExt as _;
///
/// #[derive(Debug, thiserror::Error, HttpStatus)]
/// #[status(decode, type_base = "https://shop.example/errors/")]
/// enum OrderError {
///     /// No order has this number.
///     #[error("order {id} not found")]
///     #[status(404, members(id))]
///     OrderNotFound { id: u64 },
/// }
///
/// async fn order(id: u64) -> Result<Option<String>, Box<dyn std::error::Error>> {
///     let response = reqwest::get(format!("https://shop.example/orders/{id}")).await?;
///     match response.error_for_status_as().await {
///         Ok(response) => Ok(Some(response.text().await?)),
///         Err(Failure::Decoded(OrderError::OrderNotFound { .. })) => Ok(None),
///         Err(Failure::Other(problem)) => Err(problem.into()),
///     }
/// }
/// ```
pub trait ResponseExt: sealed::Sealed + Sized {
    /// Returns the response, or its problem if the code is 400 or higher.
    ///
    /// # Errors
    ///
    /// Returns the problem that [`Problem::from_response`] reads from the content. It reads no more
    /// than needed: JSON of up to [`MAX_CONTENT`](crate::problem::MAX_CONTENT) bytes, the
    /// start of plain text, and nothing of any other media type. The rest is discarded together
    /// with the connection. The client's `timeout` and `read_timeout` limit how long this may take;
    /// reqwest sets neither by default.
    ///
    /// If the connection breaks or a timeout expires before the content ends, the problem is the
    /// canonical one for the code, with reqwest's error as its
    /// [`source`](core::error::Error::source).
    ///
    /// The problem keeps the header fields that a client acts on: `Retry-After`,
    /// `WWW-Authenticate`, `Allow`, `Accept`, `Accept-Encoding`, `Accept-Patch`, `Accept-Post`,
    /// `RateLimit` and `RateLimit-Policy`. If you need others, read them from the response first.
    ///
    /// A relative `type` or `instance` is resolved against the URL of the response, as
    /// [`Problem::resolve`] describes.
    ///
    /// The future is [`Send`], except on `wasm32-unknown-unknown`, where reqwest's response is not.
    /// In a browser, a response from another origin has only the header fields that the server
    /// lists in `Access-Control-Expose-Headers`.
    ///
    /// # Gateways
    ///
    /// A handler that returns the problem of an upstream server sends a 502 (Bad Gateway) without
    /// the upstream's detail, members or header fields. [`Problem::forward`] explains why, and how
    /// to forward them.
    // Without `+ Send`, which would be wrong on wasm32. The compiler sees through the `impl` to the
    // future of the only implementation.
    fn problem_for_status(self) -> impl Future<Output = Result<Response, Problem>>;

    /// Returns the response, or the server's error if the code is 400 or higher.
    ///
    /// # Errors
    ///
    /// Returns the problem that [`problem_for_status`](Self::problem_for_status) returns, decoded if
    /// it is one of `E`.
    fn error_for_status_as<E: Decode>(self) -> impl Future<Output = Result<Response, Failure<E>>>;
}

impl ResponseExt for Response {
    async fn problem_for_status(mut self) -> Result<Response, Problem> {
        let code = self.status().as_u16();
        if code < 400 {
            return Ok(self);
        }
        let url = self.url().clone();
        let fields = mem::take(self.headers_mut());
        let content_type = fields.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let mut problem = match content(self, Form::of(content_type).bytes_to_read()).await {
            Ok(content) => Problem::from_response(code, content_type, &content),
            Err(error) => Problem::from_response(code, None, b"").unread(error),
        };
        problem.keep_fields(fields);
        Err(problem.resolve(&url))
    }

    async fn error_for_status_as<E: Decode>(self) -> Result<Response, Failure<E>> {
        Ok(self.problem_for_status().await?)
    }
}

/// Reads the content until it ends or has at least `limit` bytes.
async fn content(response: Response, limit: usize) -> Result<Vec<u8>, ::reqwest::Error> {
    let mut content = Vec::new();
    let mut chunks = Chunks::of(response);
    while content.len() < limit {
        let Some(chunk) = chunks.next().await? else { break };
        content.extend_from_slice(&chunk);
    }
    Ok(content)
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for ::reqwest::Response {}
}
