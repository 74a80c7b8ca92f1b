//! Applies the layer to an actix-web response, which uses `http` 0.2 header types.

use actix_web::HttpResponse;
use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::http::header::HeaderValue;
use bytes::Bytes;

use super::header_map;
use super::response::{extend, remove_stale_reason};
use crate::represent::PassThrough;
use crate::represent::buffered::{Buffered, Rendered};
use crate::represent::kept::Kept;
use crate::represent::layer::ProblemLayer;
use crate::represent::recognize::DefaultContent;
use crate::represent::recognize::Text::Exactly;
use crate::status::Status;

/// The content of actix-web's own error responses.
const DEFAULTS: [DefaultContent; 1] =
    [DefaultContent { code: 413, text: Exactly("payload reached size limit") }];

/// Applies the layer.
pub(super) fn rewrite<B: MessageBody + 'static>(
    mut response: HttpResponse<B>,
    head: bool,
    accept: &[HeaderValue],
    layer: &ProblemLayer,
    kept: &Kept,
) -> HttpResponse<EitherBody<B>> {
    remove_stale_reason(&mut response);
    let code = response.status();
    if !code.is_client_error() && !code.is_server_error() {
        return response.map_into_left_body();
    }
    let mut fields = header_map::convert(response.headers());
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
        let mut extensions = response.extensions_mut();
        let mut details = extensions.remove();
        let response = Buffered {
            code: code.as_u16(),
            fields: &mut fields,
            status: extensions.get::<&'static Status>().copied(),
            passes_through: extensions.contains::<PassThrough>(),
            details: &mut details,
            content: content.as_deref(),
            head,
        };
        let accept = accept.iter().map(HeaderValue::as_bytes);
        let rendered = response.render(accept, layer, kept, &DEFAULTS);
        if let Some(details) = details {
            extensions.insert(details);
        }
        rendered
    };
    let Some(Rendered { content, adopted, is_final }) = rendered else {
        return response.set_body(body);
    };
    if let Some(status) = adopted {
        extend(&mut response, status);
    }
    if is_final {
        response.extensions_mut().insert(PassThrough);
    }
    response.headers_mut().clear();
    header_map::append(response.headers_mut(), &fields);
    let body = content.map_or(body, |content| EitherBody::right(BoxBody::new(content)));
    response.set_body(body)
}
