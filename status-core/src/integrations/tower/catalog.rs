//! The pages behind `type` as a tower layer.

use core::pin::Pin;
use core::task::{Context, Poll};

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{Method, Request, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::accept::Accept;
use super::body::ProblemBody;
use crate::describe::CatalogLayer;
use crate::problem::answer::Answer;

impl<S> Layer<S> for CatalogLayer {
    type Service = CatalogService<S>;

    fn layer(&self, inner: S) -> CatalogService<S> {
        CatalogService { inner, layer: self.clone() }
    }
}

/// A service inside a [`CatalogLayer`].
#[derive(Clone, Debug)]
pub struct CatalogService<S> {
    inner: S,
    layer: CatalogLayer,
}

impl<S, Sent, Received> Service<Request<Received>> for CatalogService<S>
where
    S: Service<Request<Received>, Response = Response<Sent>>,
    Sent: Body<Data = Bytes>,
{
    type Response = Response<ProblemBody<Sent>>;
    type Error = S::Error;
    type Future = CatalogFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<Received>) -> Self::Future {
        let method = request.method();
        let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
        let accept = Accept::of(request.headers());
        match self.layer.answer(method.as_str(), target, accept.lines()) {
            Some(answer) => {
                let head = *method == Method::HEAD;
                CatalogFuture { kind: Kind::Page { answer: Some(answer), head } }
            }
            None => CatalogFuture { kind: Kind::Inner { inner: self.inner.call(request) } },
        }
    }
}

pin_project! {
    /// The future of a [`CatalogService`].
    #[derive(Debug)]
    pub struct CatalogFuture<F> {
        #[pin]
        kind: Kind<F>,
    }
}

pin_project! {
    #[derive(Debug)]
    #[project = Projected]
    enum Kind<F> {
        Inner { #[pin] inner: F },
        /// Empty once it has been returned.
        Page { answer: Option<Answer>, head: bool },
    }
}

impl<F, B, E> Future for CatalogFuture<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: Body<Data = Bytes>,
{
    type Output = Result<Response<ProblemBody<B>>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project().kind.project() {
            Projected::Inner { inner } => {
                inner.poll(cx).map_ok(|response| response.map(ProblemBody::inner))
            }
            Projected::Page { answer, head } => match answer.take() {
                Some(answer) => Poll::Ready(Ok(response(answer, *head))),
                None => Poll::Pending,
            },
        }
    }
}

/// A HEAD has the `Content-Length` of the GET, but the server would send 0.
fn response<B: Body<Data = Bytes>>(mut answer: Answer, head: bool) -> Response<ProblemBody<B>> {
    if head {
        answer.fields.insert(CONTENT_LENGTH, answer.content.len().into());
        answer.content = Bytes::new();
    }
    Response::<Bytes>::from(answer).map(ProblemBody::problem)
}
