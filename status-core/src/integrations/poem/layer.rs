//! The layer as poem middleware.

use alloc::vec::Vec;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH};
use http::{HeaderValue, Method};
use hyper::body::Body as _;
use poem::{Body, Endpoint, Middleware, Request, Response, Result};

use crate::problem::extensions::{extend, remove_stale_reason};
use crate::represent::PassThrough;
use crate::represent::buffered::{Buffered, Rendered};
use crate::represent::kept::Kept;
use crate::represent::layer::ProblemLayer;
use crate::represent::recognize::Text::Exactly;
use crate::represent::recognize::{DefaultContent, Recognized, Unmarked};
use crate::status::Status;

/// The content of poem's own error responses.
const DEFAULTS: [DefaultContent; 5] = [
    DefaultContent { code: 404, text: Exactly("not found") },
    DefaultContent { code: 405, text: Exactly("method not allowed") },
    // Its `SizeLimit`.
    DefaultContent { code: 411, text: Exactly("missing `Content-Length` header") },
    DefaultContent { code: 413, text: Exactly("payload too large") },
    // Its `CatchPanic`.
    DefaultContent { code: 500, text: Exactly("internal server error") },
];

impl<E: Endpoint> Middleware<E> for ProblemLayer {
    type Output = ProblemEndpoint<E>;

    fn transform(&self, inner: E) -> ProblemEndpoint<E> {
        ProblemEndpoint { inner, layer: self.clone() }
    }
}

/// An endpoint of poem inside a [`ProblemLayer`]. It turns errors into their responses.
#[derive(Debug)]
pub struct ProblemEndpoint<E> {
    inner: E,
    layer: ProblemLayer,
}

impl<E: Endpoint> Endpoint for ProblemEndpoint<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        let accept: Vec<HeaderValue> = request.headers().get_all(ACCEPT).iter().cloned().collect();
        let head = request.method() == Method::HEAD;
        let kept = keep(&self.layer, &mut request);
        let mut response = kept.entered(self.inner.get_response(request)).await;
        let code = response.status();
        remove_stale_reason(response.extensions_mut(), code);
        if !code.is_client_error() && !code.is_server_error() {
            return Ok(response);
        }
        Ok(rewrite(response, head, &accept, &self.layer, &kept).await)
    }
}

fn keep(layer: &ProblemLayer, request: &mut Request) -> Kept {
    if !layer.reads_request() {
        return Kept::NOTHING;
    }
    let mut parts = http::Request::new(()).into_parts().0;
    parts.method = request.method().clone();
    parts.uri = request.original_uri().clone();
    parts.version = request.version();
    parts.headers = request.headers().clone();
    parts.extensions = request.extensions().clone();
    let kept = Kept::of(layer, &mut parts);
    *request.headers_mut() = parts.headers;
    kept
}

async fn rewrite(
    response: Response,
    head: bool,
    accept: &[HeaderValue],
    layer: &ProblemLayer,
    kept: &Kept,
) -> Response {
    // poem's own body does not expose its length.
    let response: http::Response<_> = response.into();
    let (mut parts, body) = response.into_parts();
    let code = parts.status.as_u16();
    let status = parts.extensions.get::<&'static Status>().copied();
    let passes_through = parts.extensions.get::<PassThrough>().is_some();
    let empty = body.is_end_stream();
    // After content of no bytes, trailers may follow.
    let size = if empty { Some(0) } else { body.size_hint().exact().filter(|&size| size > 0) };
    let unmarked = Unmarked { code, fields: &parts.headers, size, head };
    // poem's own content is in memory. A stream is not read, because it may never end.
    let may_be_default = !passes_through
        && status.is_none()
        && !empty
        && size.is_some()
        && matches!(unmarked.recognize(layer, &DEFAULTS), Recognized::IfContent(..));
    let mut body = Body::from(body);
    let mut content = empty.then(Bytes::new);
    if may_be_default {
        match body.into_bytes().await {
            Ok(read) => {
                body = read.clone().into();
                content = Some(read);
            }
            // Nothing is left to send, because poem drops what it read before the error.
            Err(_) => {
                parts.headers.remove(CONTENT_LENGTH);
                body = Body::empty();
            }
        }
    }
    let mut details = parts.extensions.remove();
    let response = Buffered {
        code,
        fields: &mut parts.headers,
        status,
        passes_through,
        details: &mut details,
        content: content.as_deref(),
        head,
    };
    let accept = accept.iter().map(HeaderValue::as_bytes);
    let rendered = response.render(accept, layer, kept, &DEFAULTS);
    if let Some(Rendered { content, adopted, is_final }) = rendered {
        if let Some(status) = adopted {
            extend(&mut parts.extensions, status);
        }
        if is_final {
            parts.extensions.insert(PassThrough);
        }
        if let Some(content) = content {
            body = content.into();
        }
    }
    if let Some(details) = details {
        parts.extensions.insert(details);
    }
    let mut response = Response::builder().status(parts.status).version(parts.version).body(body);
    *response.headers_mut() = parts.headers;
    *response.extensions_mut() = parts.extensions;
    response
}
