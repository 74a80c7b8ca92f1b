//! A layer that sends each problem in the representation that its request asks for: JSON to a program,
//! a page to a browser, plain text to a person with a command line.
//!
//! It goes around any `tower::Service` of HTTP: a router of axum, a service of hyper.
//!
//! ```
//! use axum::Router;
//! use axum::routing::get;
//! use status_core::tower::ProblemLayer;
//!
//! let router: Router =
//!     Router::new().route("/", get(|| async { "hello" })).layer(ProblemLayer::new());
//! ```
//!
//! # What it does
//!
//! - **A problem**, which is a response that a type of this crate has made, is rendered as
//!   [`negotiate`](crate::represent::negotiate) says. It gets `Vary: Accept` and the right
//!   `Content-Length`, and keeps every other header field. A HEAD gets the header fields of a GET, and
//!   no content.
//! - **A response without content that a framework makes itself** becomes the canonical problem of its
//!   code ([`Status::of`](crate::Status::of)), and keeps its header fields: where there is no route (404), with
//!   `Allow` where there is one for other methods (405), from a layer that ends what takes too long
//!   (408, 503, 504). So do the short texts of tower-http's `CatchPanicLayer` (500) and
//!   `RequestBodyLimitLayer` and of axum's limit on a body (413). A handler that answers with nothing but
//!   a code (`StatusCode::NOT_FOUND`) cannot be told from them. [`ProblemLayer::only_problems`] leaves all
//!   of them as they are.
//! - **Every other response** passes as it is, header and content: successes, redirections, and the
//!   errors that somebody wrote a content for.
//!
//! Put it outside of the layers whose responses it shall see, and inside of one that compresses. What a
//! server answers before it calls its service (400 and 431 for a malformed or too large request) no layer
//! sees.
//!
//! Where the representation changes, these go with the old content: `Content-Encoding`,
//! `Content-Location`, `Content-Digest` and its kind, `Trailer`, `Transfer-Encoding`; and, but for 412 and 416, where
//! they speak of the resource that was asked for, `ETag`, `Last-Modified`, `Accept-Ranges` and
//! `Content-Range`.

mod accept;
mod body;
mod future;

use core::task::{Context, Poll};

use bytes::Bytes;
use http::{Method, Request, Response};
use http_body::Body;
use tower_layer::Layer;
use tower_service::Service;

pub use body::ProblemBody;
pub use future::ProblemFuture;

use self::accept::Accept;
pub use crate::represent::ProblemLayer;
use crate::represent::render::Choices;

impl<S> Layer<S> for ProblemLayer {
    type Service = ProblemService<S>;

    fn layer(&self, inner: S) -> ProblemService<S> {
        ProblemService { inner, choices: self.choices().clone() }
    }
}

/// A service inside of a [`ProblemLayer`].
#[derive(Clone, Debug)]
pub struct ProblemService<S> {
    inner: S,
    choices: Choices,
}

impl<S, Sent, Received> Service<Request<Received>> for ProblemService<S>
where
    S: Service<Request<Received>, Response = Response<Sent>>,
    Sent: Body<Data = Bytes>,
{
    type Response = Response<ProblemBody<Sent>>;
    type Error = S::Error;
    type Future = ProblemFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<Received>) -> Self::Future {
        let head = request.method() == Method::HEAD;
        let accept = Accept::of(request.headers());
        ProblemFuture::new(self.inner.call(request), head, accept, self.choices.clone())
    }
}
