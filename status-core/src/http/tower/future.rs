//! The response of the inner service, and what becomes of it.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use bytes::Bytes;
use http::Response;
use http::response::Parts;
use http_body::Body;
use pin_project_lite::pin_project;

use super::{Accept, ProblemBody};
use crate::Status;
use crate::http::response::extend;
use crate::problem::Details;
use crate::represent::bare::{Bare, Phrase, Unknown, fill};
use crate::represent::render::{Choices, Content, Outgoing, is_untouched};

/// What layers and services write in place of an empty content. The tests hold it to what they send.
const PHRASES: [Phrase; 5] = [
    // tower-http's CatchPanicLayer
    plain(500, "Service panicked"),
    // tower-http's RequestBodyLimitLayer, where the request says how long it is
    plain(413, "length limit exceeded"),
    // axum's extractors, where its own limit or that layer's is exceeded on the way
    plain(413, "Failed to buffer the request body: length limit exceeded"),
    // warp's rejections
    plain(405, "HTTP method not allowed"),
    plain(413, "The request payload is too large"),
];

const fn plain(code: u16, text: &'static str) -> Phrase {
    Phrase { code, content_type: "text/plain; charset=utf-8", text }
}

pin_project! {
    /// The future of a [`ProblemService`](super::ProblemService).
    #[derive(Debug)]
    pub struct ProblemFuture<F> {
        #[pin]
        inner: F,
        head: bool,
        accept: Accept,
        choices: Choices,
    }
}

impl<F> ProblemFuture<F> {
    pub(super) const fn new(inner: F, head: bool, accept: Accept, choices: Choices) -> Self {
        Self { inner, head, accept, choices }
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
        let response = ready!(this.inner.poll(cx))?;
        let (mut parts, body) = response.into_parts();
        let head = *this.head;
        let (found, body) = look(&mut parts, body, this.choices, cx);
        let Some((status, content)) = found else {
            return Poll::Ready(Ok(Response::from_parts(parts, body)));
        };
        let details = parts.extensions.get::<Details>();
        let outgoing = Outgoing { status, details, fields: &mut parts.headers, content, head };
        let body = match outgoing.render(this.accept.lines(), this.choices) {
            Some(content) => ProblemBody::problem(content),
            None => body,
        };
        Poll::Ready(Ok(Response::from_parts(parts, body)))
    }
}

/// The status and the content of a response that is a problem, or is made one now.
fn look<B: Body<Data = Bytes>>(
    parts: &mut Parts,
    body: B,
    choices: &Choices,
    cx: &mut Context<'_>,
) -> (Option<(&'static Status, Content)>, ProblemBody<B>) {
    let code = parts.status.as_u16();
    let size = match body.size_hint().exact() {
        _ if body.is_end_stream() => Some(0),
        // Trailers may follow.
        Some(0) => None,
        size => size,
    };
    if let Some(&status) = parts.extensions.get::<&'static Status>() {
        let problem = is_untouched(status, code, &parts.headers);
        return (problem.then_some((status, Content::Json(size))), ProblemBody::inner(body));
    }
    if !choices.fill() {
        return (None, ProblemBody::inner(body));
    }
    let unknown = Unknown { code, fields: &parts.headers, size };
    let (status, body) = match unknown.bare(&PHRASES) {
        Bare::No => return (None, ProblemBody::inner(body)),
        Bare::Yes(status) => (status, ProblemBody::inner(body)),
        Bare::If(status, text) => match ProblemBody::unless(body, text, cx) {
            Some(body) => return (None, body),
            None => (status, ProblemBody::problem(Bytes::new())),
        },
    };
    fill(status, &mut parts.headers);
    extend(&mut parts.extensions, status);
    (Some((status, Content::Other)), body)
}
