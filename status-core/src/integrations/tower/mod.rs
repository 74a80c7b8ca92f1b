//! A layer that sends each problem in the representation that the request asks for: JSON for
//! programs, an HTML page for browsers, plain text for command lines.
//!
//! Add it to any `tower::Service` for HTTP, such as a router of axum or a service of hyper.
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
//! - **Problems**, the responses that types of this crate create, are rendered as
//!   [`negotiate`](crate::represent::negotiate) decides. They get `Vary: Accept` and the right
//!   `Content-Length`, and keep all other header fields. A HEAD gets the header fields of a GET
//!   without the content.
//! - **Empty error responses that a framework creates itself** become the canonical problem of
//!   their code ([`Status::from_code`](crate::Status::from_code)), and keep their header fields:
//!   for a missing route (404), for a wrong method (405, with `Allow`), from a layer with a timeout
//!   (408, 503, 504). So do the texts that say no more than the code, such as those of tower-http's
//!   `CatchPanicLayer` (500) and `RequestBodyLimitLayer`, and of axum's body limit (413);
//!   [the guide](crate::guide::negotiation#the-frameworks-own-texts) lists them. A handler that
//!   returns only a code (`StatusCode::NOT_FOUND`) cannot be distinguished from these.
//!   [`ProblemLayer::only_problems`] leaves all of these responses unchanged.
//! - **Problems that middleware has changed**, in the [`Details`](crate::problem::Details) of the
//!   response's extensions, are rendered again.
//! - **Every problem** gets what [`ProblemLayer::request_id`] and [`ProblemLayer::enrich`] add.
//! - **Short texts** become problems with [`ProblemLayer::shape_text`].
//! - **All other responses** pass unchanged: successes, redirections, and errors with content.
//!
//! It must be outside the layers whose responses it should see, and inside a layer that compresses:
//! with `Router::layer`, add it after the former and before the latter. The guide shows
//! [the order](crate::guide::layers#the-order-of-layers). No layer sees the responses
//! that a server sends without calling its service (400 and 431 for a malformed or too large
//! request).
//!
//! If the representation changes, the fields that describe the old content are removed:
//! `Content-Encoding`, `Content-Location`, `Content-Digest` and similar fields, `Trailer`,
//! `Transfer-Encoding`, `ETag`, `Last-Modified`, `Accept-Ranges` and `Content-Range`. For 412 and
//! 416, the last four are kept, because they describe the requested resource.

mod accept;
mod body;
#[cfg(feature = "catalog")]
mod catalog;
mod future;

use core::task::{Context, Poll};

use bytes::Bytes;
use http::{Method, Request, Response};
use http_body::Body;
use tower_layer::Layer;
use tower_service::Service;

pub use body::ProblemBody;
#[cfg(feature = "catalog")]
#[cfg_attr(docsrs, doc(cfg(feature = "catalog")))]
pub use catalog::{CatalogFuture, CatalogService};
pub use future::ProblemFuture;

use self::accept::Accept;
#[cfg(feature = "catalog")]
#[cfg_attr(docsrs, doc(cfg(feature = "catalog")))]
pub use crate::describe::CatalogLayer;
use crate::represent::kept::Kept;
#[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
pub use crate::represent::layer::ProblemLayer;

impl<S> Layer<S> for ProblemLayer {
    type Service = ProblemService<S>;

    fn layer(&self, inner: S) -> ProblemService<S> {
        ProblemService { inner, layer: self.clone() }
    }
}

/// A service inside a [`ProblemLayer`].
#[derive(Clone, Debug)]
pub struct ProblemService<S> {
    inner: S,
    layer: ProblemLayer,
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
        let layer = self.layer.clone();
        if !layer.reads_request() {
            return ProblemFuture::new(
                self.inner.call(request),
                head,
                accept,
                layer,
                Kept::NOTHING,
            );
        }
        let (mut parts, body) = request.into_parts();
        let kept = Kept::of(&layer, &mut parts);
        let inner = {
            let _entered = kept.enter();
            self.inner.call(Request::from_parts(parts, body))
        };
        ProblemFuture::new(inner, head, accept, layer, kept)
    }
}
