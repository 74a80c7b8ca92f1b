//! What every response has to be, in every version of HTTP.

use std::io::Read as _;

use flate2::read::MultiGzDecoder;
use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use memchr::memmem;
use serde::Deserialize;

use crate::faults::Requirement;
use crate::requests::{Request, SECRET};
use crate::world::World;

/// What no response may have: the secrets of all requests, and what the shop's own errors keep for the log.
const REDACTED: [&str; 4] = [SECRET, "payments.internal", "no answer from", "connection reset"];

/// The code of any response that the shop cannot make in time, on a slow machine.
const TIMED_OUT: u16 = 503;

#[derive(Deserialize)]
struct Problem {
    status: u16,
    request_id: String,
}

/// Checks a complete response to a request.
pub fn check(
    world: &World,
    request: &Request,
    codes: &[u16],
    code: u16,
    fields: &HeaderMap,
    content: &[u8],
) {
    let fault = |requirement, what: String| {
        world
            .faults
            .add(requirement, format!("load-{} ({}): {what}", request.id, request.kind.name));
    };
    if code == TIMED_OUT && !codes.contains(&code) {
        world.count("responses that the shop gave up on");
    } else if !codes.contains(&code) {
        fault(Requirement::Answer, format!("the code is {code}, expected {codes:?}"));
    }
    for value in fields.values() {
        check_redacted(world, value.as_bytes());
    }
    check_redacted(world, content);
    let mut decoded = Vec::new();
    let content = if fields.get(CONTENT_ENCODING).is_some_and(|value| value == "gzip")
        && !content.is_empty()
    {
        if let Err(error) = MultiGzDecoder::new(content).read_to_end(&mut decoded) {
            fault(Requirement::Complete, format!("the content is not gzip: {error}"));
        }
        world.count("responses in gzip");
        check_redacted(world, &decoded);
        &decoded[..]
    } else {
        content
    };
    let is_problem =
        fields.get(CONTENT_TYPE).is_some_and(|value| value == "application/problem+json");
    if !is_problem || request.method() == "HEAD" {
        return;
    }
    match serde_json::from_slice::<Problem>(content) {
        Ok(problem)
            if problem.status == code && problem.request_id == format!("load-{}", request.id) => {}
        _ => {
            let content = content.escape_ascii();
            fault(
                Requirement::Answer,
                format!("the problem with code {code} is of another request: {content}"),
            );
        }
    }
}

/// Checks a part of a response for what is only for the log.
pub fn check_redacted(world: &World, bytes: &[u8]) {
    for text in REDACTED {
        if let Some(at) = memmem::find(bytes, text.as_bytes()) {
            let shown = &bytes[at.saturating_sub(100)..(at + 100).min(bytes.len())];
            world
                .faults
                .add(Requirement::Redacted, format!("{text:?} in {}", shown.escape_ascii()));
        }
    }
}
