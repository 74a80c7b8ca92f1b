//! A response of actix-web, whose header fields are those of `http` 0.2. What is legal in one version
//! is in the other.

use actix_web::HttpResponse;
use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::http::header::{self as old, HeaderValue};
use bytes::Bytes;
use http::{HeaderMap, HeaderName};

use crate::Status;
use crate::represent::ProblemLayer;
use crate::represent::bare::Phrase;
use crate::represent::known::{Known, Rendered};

/// Puts header fields into a response.
pub(crate) fn append(map: &mut old::HeaderMap, fields: &HeaderMap) {
    for (name, value) in fields {
        let name = old::HeaderName::from_bytes(name.as_str().as_bytes());
        let value = HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            map.append(name, value);
        }
    }
}

/// The header fields of a response.
fn fields(map: &old::HeaderMap) -> HeaderMap {
    let mut fields = HeaderMap::new();
    for (name, value) in map {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        let value = http::HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            fields.append(name, value);
        }
    }
    fields
}

/// Puts into a response what a status has for it beside its code.
pub(crate) fn extend<B>(response: &mut HttpResponse<B>, status: &'static Status) {
    if response.status().canonical_reason() != Some(status.reason()) {
        response.head_mut().reason = Some(status.reason());
    }
    response.extensions_mut().insert(status);
}

/// What actix-web writes in place of an empty content.
const PHRASES: [Phrase; 1] = [Phrase {
    code: 413,
    content_type: "text/plain; charset=utf-8",
    text: "payload reached size limit",
}];

/// The response, and whether it is another one now.
pub(super) fn pass<B: MessageBody + 'static>(
    response: HttpResponse<B>,
    accept: &[HeaderValue],
    layer: &ProblemLayer,
) -> (HttpResponse<EitherBody<B>>, bool) {
    let code = response.status();
    if !code.is_client_error() && !code.is_server_error() {
        return (response.map_into_left_body(), false);
    }
    let mut fields = fields(response.headers());
    let (mut response, body) = response.into_parts();
    let (content, body) = match body.size() {
        BodySize::None | BodySize::Sized(0) => (Some(Bytes::new()), EitherBody::left(body)),
        BodySize::Sized(_) => match body.try_into_bytes() {
            Ok(content) => (Some(content.clone()), EitherBody::right(BoxBody::new(content))),
            Err(body) => (None, EitherBody::left(body)),
        },
        BodySize::Stream => (None, EitherBody::left(body)),
    };
    let rendered = {
        let extensions = response.extensions();
        let known = Known {
            code: code.as_u16(),
            fields: &mut fields,
            status: extensions.get::<&'static Status>().copied(),
            details: extensions.get(),
            content: content.as_deref(),
        };
        known.render(accept.iter().map(HeaderValue::as_bytes), layer.choices(), &PHRASES)
    };
    let Some(Rendered { content, filled }) = rendered else {
        return (response.set_body(body), false);
    };
    if let Some(status) = filled {
        extend(&mut response, status);
    }
    response.headers_mut().clear();
    append(response.headers_mut(), &fields);
    let body = content.map_or(body, |content| EitherBody::right(BoxBody::new(content)));
    (response.set_body(body), true)
}
