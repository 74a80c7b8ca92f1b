//! The layer as a middleware of poem.

use alloc::vec::Vec;

use bytes::Bytes;
use http::HeaderValue;
use http::header::ACCEPT;
use hyper::body::Body as _;
use poem::{Body, Endpoint, Middleware, Request, Response, Result};

use crate::Status;
use crate::http::response::extend;
use crate::represent::ProblemLayer;
use crate::represent::bare::{Bare, Phrase, Unknown};
use crate::represent::known::{Known, Rendered};

/// What poem writes in place of an empty content.
const PHRASES: [Phrase; 3] =
    [plain(404, "not found"), plain(405, "method not allowed"), plain(413, "payload too large")];

const fn plain(code: u16, text: &'static str) -> Phrase {
    Phrase { code, content_type: "text/plain; charset=utf-8", text }
}

impl<E: Endpoint> Middleware<E> for ProblemLayer {
    type Output = ProblemEndpoint<E>;

    fn transform(&self, inner: E) -> ProblemEndpoint<E> {
        ProblemEndpoint { inner, layer: self.clone() }
    }
}

/// An endpoint of poem inside of a [`ProblemLayer`]. Errors leave it as their responses.
#[derive(Debug)]
pub struct ProblemEndpoint<E> {
    inner: E,
    layer: ProblemLayer,
}

impl<E: Endpoint> Endpoint for ProblemEndpoint<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let accept: Vec<HeaderValue> = request.headers().get_all(ACCEPT).iter().cloned().collect();
        let response = self.inner.get_response(request).await;
        let code = response.status();
        if !code.is_client_error() && !code.is_server_error() {
            return Ok(response);
        }
        Ok(pass(response, &accept, &self.layer).await)
    }
}

async fn pass(response: Response, accept: &[HeaderValue], layer: &ProblemLayer) -> Response {
    // poem's own body does not say how long it is.
    let response: http::Response<_> = response.into();
    let (mut parts, body) = response.into_parts();
    let code = parts.status.as_u16();
    let status = parts.extensions.get::<&'static Status>().copied();
    let empty = body.is_end_stream();
    let size = if empty { Some(0) } else { body.size_hint().exact().filter(|&size| size > 0) };
    let unknown = Unknown { code, fields: &parts.headers, size };
    let mut body = Body::from(body);
    let mut content = empty.then(Bytes::new);
    // Few are read: their code, their type and their length are those of a phrase.
    if status.is_none() && !empty && matches!(unknown.bare(&PHRASES), Bare::If(..)) {
        // One that breaks on the way has nothing left to be sent.
        let read = body.into_bytes().await.unwrap_or_default();
        body = read.clone().into();
        content = Some(read);
    }
    let known = Known {
        code,
        fields: &mut parts.headers,
        status,
        details: parts.extensions.get(),
        content: content.as_deref(),
    };
    let accept = accept.iter().map(HeaderValue::as_bytes);
    if let Some(Rendered { content, filled }) = known.render(accept, layer.choices(), &PHRASES) {
        if let Some(status) = filled {
            extend(&mut parts.extensions, status);
        }
        if let Some(content) = content {
            body = content.into();
        }
    }
    let mut response = Response::builder().status(parts.status).version(parts.version).body(body);
    *response.headers_mut() = parts.headers;
    *response.extensions_mut() = parts.extensions;
    response
}
