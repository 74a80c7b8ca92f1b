//! The future of the layer: waits for the response of the inner service and renders it.

use core::pin::Pin;
use core::task::{Context, Poll, ready};

use bytes::Bytes;
use http::Response;
use http::response::Parts;
use http_body::Body;
use pin_project_lite::pin_project;

use super::accept::Accept;
use super::body::ProblemBody;
use crate::problem::details::Details;
use crate::problem::extensions::{extend, remove_stale_reason};
use crate::represent::PassThrough;
use crate::represent::kept::Kept;
use crate::represent::layer::ProblemLayer;
use crate::represent::recognize::Text::{Exactly, StartsWith};
use crate::represent::recognize::{DefaultContent, Recognized, Said, Unmarked, adopt};
use crate::represent::render::{Content, Outgoing, Rendering, is_unchanged};
use crate::status::Status;

/// The content of responses that layers and services create themselves. Tests check these against
/// the real responses.
const DEFAULTS: [DefaultContent; 9] = [
    // tower-http's CatchPanicLayer
    DefaultContent { code: 500, text: Exactly("Service panicked") },
    // tower-http's RequestBodyLimitLayer, if the request has a `Content-Length`
    DefaultContent { code: 413, text: Exactly("length limit exceeded") },
    // axum's extractors, if a body exceeds axum's own limit or that layer's while it is read
    DefaultContent {
        code: 413,
        text: Exactly("Failed to buffer the request body: length limit exceeded"),
    },
    // axum's `Multipart`, in the same case
    DefaultContent { code: 413, text: Exactly("Request payload is too large") },
    // warp's rejections
    DefaultContent { code: 405, text: Exactly("HTTP method not allowed") },
    DefaultContent { code: 411, text: Exactly("A content-length header is required") },
    DefaultContent { code: 413, text: Exactly("The request payload is too large") },
    DefaultContent { code: 415, text: Exactly("The request's content-type is not supported") },
    // A custom rejection of warp that nothing recovers, with its `Debug`
    DefaultContent { code: 500, text: StartsWith("Unhandled rejection: ") },
];

pin_project! {
    /// The future of a [`ProblemService`](super::ProblemService).
    #[derive(Debug)]
    pub struct ProblemFuture<F> {
        #[pin]
        inner: F,
        head: bool,
        accept: Accept,
        layer: ProblemLayer,
        kept: Kept,
    }
}

impl<F> ProblemFuture<F> {
    pub(super) const fn new(
        inner: F,
        head: bool,
        accept: Accept,
        layer: ProblemLayer,
        kept: Kept,
    ) -> Self {
        Self { inner, head, accept, layer, kept }
    }
}

impl<F, B, E> Future for ProblemFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body<Data = Bytes>,
{
    type Output = Result<Response<ProblemBody<B>>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        // Without this branch, a layer without options would take 7% longer for a success.
        let polled = if this.kept.edits() {
            let _entered = this.kept.enter();
            this.inner.poll(cx)
        } else {
            this.inner.poll(cx)
        };
        let response = ready!(polled)?;
        let code = response.status();
        let is_error = code.is_client_error() || code.is_server_error();
        if !is_error && response.extensions().is_empty() {
            return Poll::Ready(Ok(response.map(ProblemBody::inner)));
        }
        let (mut parts, body) = response.into_parts();
        if !is_error {
            // Middleware may have changed the code of an error.
            remove_stale_reason(&mut parts.extensions, code);
            return Poll::Ready(Ok(Response::from_parts(parts, ProblemBody::inner(body))));
        }
        let head = *this.head;
        let (found, body) = inspect(&mut parts, body, head, this.layer, this.kept, cx);
        let Some((status, content)) = found else {
            return Poll::Ready(Ok(Response::from_parts(parts, body)));
        };
        if this.kept.edits() {
            let details = parts.extensions.get_or_insert_with(|| Details::new(status));
            this.kept.edit(this.layer, details);
        }
        let _entered = this.kept.enter();
        let details = parts.extensions.get_mut::<Details>();
        let outgoing = Outgoing { status, details, fields: &mut parts.headers, content, head };
        let Rendering { content, is_final } = outgoing.render(this.accept.lines(), this.layer);
        if is_final {
            parts.extensions.insert(PassThrough);
        }
        let body = content.map_or(body, ProblemBody::problem);
        Poll::Ready(Ok(Response::from_parts(parts, body)))
    }
}

/// The status and content of a response that is a problem or becomes one.
fn inspect<B: Body<Data = Bytes>>(
    parts: &mut Parts,
    body: B,
    head: bool,
    layer: &ProblemLayer,
    kept: &Kept,
    cx: &mut Context<'_>,
) -> (Option<(&'static Status, Content)>, ProblemBody<B>) {
    if parts.extensions.get::<PassThrough>().is_some() {
        remove_stale_reason(&mut parts.extensions, parts.status);
        return (None, ProblemBody::inner(body));
    }
    let code = parts.status.as_u16();
    let size = match body.size_hint().exact() {
        _ if body.is_end_stream() => Some(0),
        // Trailers may follow.
        Some(0) => None,
        size => size,
    };
    if let Some(&status) = parts.extensions.get::<&'static Status>() {
        let details = parts.extensions.get::<Details>();
        let problem = is_unchanged(status, details, code, &parts.headers, size);
        if !problem {
            remove_stale_reason(&mut parts.extensions, parts.status);
        }
        return (problem.then_some((status, Content::AsSent(size))), ProblemBody::inner(body));
    }
    let unmarked = Unmarked { code, fields: &parts.headers, size, head };
    let (status, text, body) = match unmarked.recognize(layer, &DEFAULTS) {
        Recognized::No => return (None, ProblemBody::inner(body)),
        Recognized::Yes(status) => (status, Bytes::new(), ProblemBody::inner(body)),
        Recognized::IfContent(status, expected) => match ProblemBody::unless(body, expected, cx) {
            Err(body) => return (None, body),
            Ok(text) => (status, text, ProblemBody::problem(Bytes::new())),
        },
    };
    let said = core::str::from_utf8(&text).map_or(Said::Nothing, Said::Text);
    let details = {
        let _entered = kept.enter();
        adopt(status, said, &mut parts.headers)
    };
    extend(&mut parts.extensions, status);
    if let Some(details) = details {
        parts.extensions.insert(details);
    }
    (Some((status, Content::Other)), body)
}
