//! Converts an answer into rocket's response.

use alloc::borrow::ToOwned;
use alloc::string::ToString;
use std::io::Cursor;

use http::{HeaderName, HeaderValue};
use rocket::http::Status;
use rocket::response::{Responder, Result};
use rocket::{Request, Response};

use crate::integrations::negotiated::negotiated;
use crate::problem::answer::Answer;
use crate::problem::object::Problem;
use crate::represent::kept::Kept;
use crate::represent::layer::ProblemLayer;

/// Makes an answer and converts it into the response to a request.
///
/// # Errors
///
/// Never: the type is that of a responder.
pub fn respond<'o>(answer: impl FnOnce() -> Answer, request: &Request<'_>) -> Result<'o> {
    let layer = request.rocket().state::<ProblemLayer>();
    let kept = request.local_cache(|| keep(layer, request));
    let answer = {
        let _entered = kept.enter();
        answer()
    };
    let accept = request.headers().get("accept").map(str::as_bytes);
    let answer = negotiated(answer, accept, layer, kept);
    let Answer { status, fields, content, details } = answer;
    let mut response = Response::new();
    response.set_status(Status::new(status.code()));
    for (name, value) in &fields {
        // rocket's header values are strings.
        if let Ok(value) = core::str::from_utf8(value.as_bytes()) {
            response.adjoin_raw_header(name.as_str().to_owned(), value.to_owned());
        }
    }
    if !content.is_empty() {
        response.set_sized_body(content.len(), Cursor::new(content));
    }
    // rocket responses have no extensions, so these go to the request-local cache.
    request.local_cache(|| Some(status));
    request.local_cache(|| details);
    Ok(response)
}

fn keep(layer: Option<&ProblemLayer>, request: &Request<'_>) -> Kept {
    let Some(layer) = layer.filter(|layer| layer.reads_request()) else { return Kept::default() };
    let mut parts = http::Request::new(()).into_parts().0;
    parts.method =
        http::Method::from_bytes(request.method().as_str().as_bytes()).unwrap_or_default();
    parts.uri = request.uri().to_string().parse().unwrap_or_default();
    for field in request.headers().iter() {
        let name = HeaderName::from_bytes(field.name().as_str().as_bytes());
        let value = HeaderValue::from_str(field.value());
        if let (Ok(name), Ok(value)) = (name, value) {
            // Fails only if there are already 32,768 fields.
            let _ = parts.headers.try_append(name, value);
        }
    }
    Kept::of(layer, &mut parts)
}

impl<'r, 'o: 'r> Responder<'r, 'o> for Answer {
    fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
        respond(|| self, request)
    }
}

impl<'r, 'o: 'r> Responder<'r, 'o> for Problem {
    fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
        respond(|| self.into(), request)
    }
}

integrate_own_types!(__rocket);
