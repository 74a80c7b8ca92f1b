//! `Accept`: every layer chooses what `negotiate` chooses, and how the lines are written does not matter.

#![no_main]

use std::convert::Infallible;
use std::future::ready;
use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use http_body_util::Full;
use libfuzzer_sys::fuzz_target;
use status_core::describe::{Catalog, CatalogLayer};
use status_core::problem::Answer;
use status_core::represent::{ProblemLayer, Representation, negotiate};
use status_core::{ClientError, HttpStatus, StatusTable as _};
use tower::{Layer as _, ServiceExt as _, service_fn};

/// More of it is not read.
const LIMIT: usize = 8 * 1024;

#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
/// Nothing is left of the item.
#[status(409)]
struct SoldOut;

static CATALOG: LazyLock<CatalogLayer> =
    LazyLock::new(|| CatalogLayer::new(&Catalog::new("Shop").table(SoldOut::TABLE).unwrap()));

fuzz_target!(|data: &[u8]| {
    let lines: Vec<&[u8]> = data.split(|&byte| byte == b'\n').collect();
    let chosen = negotiate(lines.iter().copied());
    if data.len() < LIMIT {
        // An empty item is none. It also keeps `negotiate` from its shortcut for one line.
        let longer = lines.iter().copied().chain([&b""[..]]);
        assert_eq!(negotiate(longer), chosen);
        assert_eq!(negotiate(lines.iter().rev().copied()), chosen);
        assert_eq!(negotiate([&*data.to_ascii_uppercase()].into_iter()), negotiate([data]));
    }
    let text = String::from_utf8_lossy(data).to_ascii_lowercase();
    let names = |ranges: &[&str]| ranges.iter().any(|range| text.contains(range));
    match chosen {
        Representation::Json => {}
        // A wildcard selects it only if `text/plain` is refused.
        Representation::Html => {
            assert!(names(&["text/html"]) || names(&["text/*", "*/*"]) && names(&["text/plain"]));
        }
        _ => assert!(names(&["text/plain", "text/*", "*/*"])),
    }

    let page = CATALOG.answer("GET", "/errors/sold-out", lines.iter().copied()).unwrap();
    let media_type = page.fields["content-type"].to_str().unwrap();
    let named = media_type.split(';').next().unwrap();
    assert!(["application/json", "text/html", "text/markdown", "text/plain"].contains(&named));

    let mut request = Request::new(());
    let mut sent = Vec::new();
    for line in lines {
        if let Ok(value) = HeaderValue::from_bytes(line) {
            request.headers_mut().append("accept", value);
            sent.push(line);
        }
    }
    let response = respond(request);
    assert_eq!(response.headers()["content-type"], negotiate(sent).media_type());
    assert_eq!(response.headers()["vary"], "Accept");
});

/// The response of a service that always fails.
fn respond(request: Request<()>) -> Response<impl http_body_util::BodyExt> {
    let service = service_fn(|_: Request<()>| {
        ready(Ok::<Response<Full<Bytes>>, Infallible>(Answer::response(&ClientError::NotFound)))
    });
    let response = pin!(ProblemLayer::new().layer(service).oneshot(request));
    match response.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(response) => response.unwrap(),
        Poll::Pending => unreachable!("nothing in it waits"),
    }
}
