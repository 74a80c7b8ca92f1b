//! Converts an answer into rocket's response.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::io::Cursor;

use http::{HeaderMap, HeaderName, HeaderValue};
use rocket::http::{Header, Method, Status as Code};
use rocket::response::{Responder, Result};
use rocket::{Request, Response};

use crate::integrations::negotiated::negotiated;
use crate::problem::answer::Answer;
use crate::problem::object::Problem;
use crate::represent::PassThrough;
use crate::represent::buffered::{Buffered, Rendered};
use crate::represent::kept::Kept;
use crate::represent::layer::ProblemLayer;
use crate::represent::recognize::{Recognized, Unmarked};
use crate::status::Status;

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
    response.set_status(Code::new(status.code()));
    append(&mut response, &fields);
    if !content.is_empty() {
        response.set_sized_body(content.len(), Cursor::new(content));
    }
    // rocket responses have no extensions, so these go to the request-local cache.
    request.local_cache(|| Some(status));
    request.local_cache(|| details);
    Ok(response)
}

/// Turns a short text into a problem.
pub(super) async fn shape_text(
    layer: &ProblemLayer,
    request: &Request<'_>,
    response: &mut Response<'_>,
) {
    let code = response.status().code;
    let is_ours = request.local_cache(|| None::<&'static Status>).is_some();
    let passes_through = request.local_cache(|| None::<PassThrough>).is_some();
    if code < 400 || is_ours || passes_through {
        return;
    }
    let mut fields = convert(response.headers().iter());
    // Any other body is a stream, which may not end.
    let Some(size) = response.body().preset_size() else { return };
    let head = request.method() == Method::Head;
    let unmarked = Unmarked { code, fields: &fields, size: Some(size as u64), head };
    if !matches!(unmarked.recognize(layer, &[]), Recognized::IfContent(..)) {
        return;
    }
    // If it cannot be read, nothing of it is left.
    let content = response.body_mut().to_bytes().await.unwrap_or_default();
    let kept = request.local_cache(|| keep(Some(layer), request));
    let mut details = None;
    let buffered = Buffered {
        code,
        fields: &mut fields,
        status: None,
        passes_through,
        details: &mut details,
        content: Some(&content),
        head,
    };
    let accept = request.headers().get("accept").map(str::as_bytes);
    let Some(Rendered { content: Some(content), .. }) = buffered.render(accept, layer, kept, &[])
    else {
        response.set_sized_body(content.len(), Cursor::new(content));
        return;
    };
    let names: Vec<String> = response.headers().iter().map(|it| it.name.to_string()).collect();
    for name in names {
        response.remove_header(&name);
    }
    append(response, &fields);
    response.set_sized_body(content.len(), Cursor::new(content));
}

/// rocket's names and values are strings.
fn convert<'h>(fields: impl Iterator<Item = Header<'h>>) -> HeaderMap {
    let mut map = HeaderMap::new();
    for field in fields {
        let name = HeaderName::from_bytes(field.name().as_str().as_bytes());
        let value = HeaderValue::from_str(field.value());
        if let (Ok(name), Ok(value)) = (name, value) {
            // Fails only if there are already thousands of fields.
            let _ = map.try_append(name, value);
        }
    }
    map
}

fn append(response: &mut Response<'_>, fields: &HeaderMap) {
    for (name, value) in fields {
        if let Ok(value) = core::str::from_utf8(value.as_bytes()) {
            response.adjoin_raw_header(name.as_str().to_owned(), value.to_owned());
        }
    }
}

fn keep(layer: Option<&ProblemLayer>, request: &Request<'_>) -> Kept {
    let Some(layer) = layer.filter(|layer| layer.reads_request()) else { return Kept::NOTHING };
    let mut parts = http::Request::new(()).into_parts().0;
    let method = request.method().as_str().as_bytes();
    parts.method = http::Method::from_bytes(method).unwrap_or_default();
    parts.uri = request.uri().to_string().parse().unwrap_or_default();
    parts.headers = convert(request.headers().iter());
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
