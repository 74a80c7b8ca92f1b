//! Converts an answer into salvo's response.

use alloc::boxed::Box;
use core::future::ready;
use core::pin::Pin;

use bytes::Bytes;
use http::HeaderValue;
use http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_LENGTH};
use hyper::ext::ReasonPhrase;
use salvo_core::http::ResBody;
use salvo_core::{Depot, Request, Response, Writer, async_trait};

use crate::integrations::negotiated::negotiated;
use crate::problem::answer::Answer;
use crate::problem::details::Details;
use crate::problem::object::Problem;
use crate::represent::PassThrough;
use crate::represent::kept::Kept;
use crate::represent::layer::ProblemLayer;
use crate::status::Status;

/// The return type of an `async_trait` method.
pub type Written<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// In the depot while a layer waits for the response, which it will render.
#[derive(Clone, Copy)]
pub(super) struct InsideLayer;

/// Replaces the response with an answer.
pub fn write<'a>(
    answer: impl FnOnce() -> Answer,
    request: &Request,
    depot: &Depot,
    response: &mut Response,
) -> Written<'a> {
    let answer = if depot.contains_typed::<InsideLayer>() {
        answer()
    } else {
        let kept = depot.get_typed::<Kept>().unwrap_or(const { &Kept::NOTHING });
        let answer = {
            let _entered = kept.enter();
            answer()
        };
        let accept = request.headers().get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
        negotiated(answer, accept, depot.get_typed::<ProblemLayer>().ok(), kept)
    };
    let (parts, content) = http::Response::<Bytes>::from(answer).into_parts();
    response.status_code(parts.status);
    // Keeps the fields that earlier handlers set, unless the error also sets them.
    response.headers_mut().extend(parts.headers);
    // Those of an error that was written before this one would describe it wrongly.
    response.extensions.remove::<Details>();
    response.extensions.remove::<ReasonPhrase>();
    if response.extensions.remove::<&'static Status>().is_some() {
        response.extensions.remove::<PassThrough>();
    }
    response.extensions.extend(parts.extensions);
    // These describe the old content.
    response.headers_mut().remove(CONTENT_ENCODING);
    response.headers_mut().remove(CONTENT_LENGTH);
    // For HEAD, salvo drops the content without setting its length.
    if !content.is_empty() {
        // Fails only if there are already thousands of fields.
        let _ = response.headers_mut().try_insert(CONTENT_LENGTH, content.len().into());
    }
    response.replace_body(ResBody::Once(content));
    Box::pin(ready(()))
}

#[async_trait]
impl Writer for Answer {
    async fn write(self, request: &mut Request, depot: &mut Depot, response: &mut Response) {
        write(|| self, request, depot, response).await;
    }
}

#[async_trait]
impl Writer for Problem {
    async fn write(self, request: &mut Request, depot: &mut Depot, response: &mut Response) {
        write(|| self.into(), request, depot, response).await;
    }
}

integrate_own_types!(__salvo);
