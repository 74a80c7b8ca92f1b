//! `ProblemLayer::shape_text`: the short texts of other layers become problems.

mod log;

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::thread;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use http_body::Frame;
use http_body_util::BodyExt as _;
use status_core::ServerError;
use status_core::represent::PassThrough;
use status_core::tower::ProblemLayer;
use status_test_support::{Response as Reply, request};
use tower::{Layer as _, ServiceExt as _};

fn serve(router: Router) -> SocketAddr {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    address
}

/// As `tower_governor` answers.
async fn limit(request: Request, next: Next) -> Response {
    if request.uri().path() != "/limited" {
        return next.run(request).await;
    }
    let fields = [("x-ratelimit-after", "3"), ("retry-after", "3")];
    (StatusCode::TOO_MANY_REQUESTS, fields, "Too Many Requests! Wait for 3s").into_response()
}

fn get_as(address: SocketAddr, path: &str, accept: &str) -> Reply {
    request(address, "GET", path, &[("Accept", accept)], "")
}

#[test]
fn the_text_of_a_4xx_is_the_detail() {
    let router = Router::new()
        .fallback(async || ())
        .layer(from_fn(limit))
        .layer(ProblemLayer::new().shape_text());
    let address = serve(router);
    let reply = get_as(address, "/limited", "*/*");
    assert_eq!(reply.line, "HTTP/1.1 429 Too Many Requests");
    assert_eq!(
        reply.content,
        r#"{"title":"Too Many Requests","status":429,"detail":"Too Many Requests! Wait for 3s"}"#
    );
    assert_eq!(reply.one("content-type"), "application/problem+json");
    assert_eq!(reply.one("vary"), "Accept");
    assert_eq!(reply.one("retry-after"), "3");
    assert_eq!(reply.one("x-ratelimit-after"), "3");
    // RFC 6585 §4.
    assert_eq!(reply.one("cache-control"), "no-store");
    let reply = get_as(address, "/limited", "text/plain");
    assert_eq!(
        reply.content,
        "429 Too Many Requests\nToo Many Requests! Wait for 3s\nTry again in 3 seconds.\n"
    );
    let plain =
        serve(Router::new().fallback(async || ()).layer(from_fn(limit)).layer(ProblemLayer::new()));
    assert_eq!(get_as(plain, "/limited", "*/*").content, "Too Many Requests! Wait for 3s");
}

/// What the layer makes of a response.
fn shaped(response: impl IntoResponse) -> (StatusCode, String) {
    through(&ProblemLayer::new().shape_text(), response)
}

fn through(layer: &ProblemLayer, response: impl IntoResponse) -> (StatusCode, String) {
    let response = Mutex::new(Some(response.into_response()));
    let inner = tower::service_fn(move |_: Request| {
        let response = response.lock().unwrap().take().expect("one request");
        async { Ok::<_, Infallible>(response) }
    });
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let request = Request::new(Body::empty());
        let response = layer.layer(inner).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let content = body.collect().await.unwrap().to_bytes();
        (parts.status, String::from_utf8_lossy(&content).into_owned())
    })
}

#[test]
fn the_text_of_a_5xx_is_logged_and_not_sent() {
    let text = "connect to db.internal:5432: refused\nERROR forged";
    let ((_, content), log) = log::errors(|| shaped((StatusCode::BAD_GATEWAY, text)));
    assert_eq!(content, r#"{"title":"Bad Gateway","status":502}"#);
    assert!(log.contains("502 Bad Gateway: connect to db.internal:5432: refused\\nERROR"), "{log}");
    assert_eq!(log.lines().count(), 1, "{log}");
    let (_, content) = shaped((StatusCode::INTERNAL_SERVER_ERROR, text));
    assert_eq!(content, r#"{"title":"Internal Server Error","status":500}"#);
    let (_, content) = through(&ProblemLayer::new(), (StatusCode::BAD_GATEWAY, text));
    assert_eq!(content, text);
}

#[test]
fn a_text_that_repeats_the_code_is_not_a_detail() {
    for text in ["Not Found", " not found\n", " "] {
        let (_, content) = shaped((StatusCode::NOT_FOUND, text));
        assert_eq!(content, r#"{"title":"Not Found","status":404}"#, "{text:?}");
    }
    let (_, content) = shaped((StatusCode::NOT_FOUND, "no \"such\"\u{1b} page\r\n"));
    let expected = r#"{"title":"Not Found","status":404,"detail":"no \"such\"\u001b page"}"#;
    assert_eq!(content, expected);
}

#[test]
fn only_short_texts_in_utf_8_become_problems() {
    let typed = |content_type: &'static str| {
        (StatusCode::BAD_REQUEST, [(CONTENT_TYPE, content_type)], "why").into_response()
    };
    for content_type in
        ["text/plain", "Text/Plain; charset=\"UTF-8\"", "text/plain;charset=us-ascii;format=flowed"]
    {
        let (_, content) = shaped(typed(content_type));
        let expected = r#"{"title":"Bad Request","status":400,"detail":"why"}"#;
        assert_eq!(content, expected, "{content_type}");
    }
    for content_type in [
        "text/html",
        "application/json",
        "application/problem+json",
        "text/plain; charset=iso-8859-1",
        "text/markdown",
        "text",
    ] {
        assert_eq!(shaped(typed(content_type)).1, "why", "{content_type}");
    }
    assert_eq!(shaped((StatusCode::BAD_REQUEST, Html("<p>why"))).1, "<p>why");
    assert_eq!(shaped((StatusCode::OK, "fine")).1, "fine");
    assert_eq!(shaped((StatusCode::FOUND, "there")).1, "there");
    let encoded = [(CONTENT_TYPE, "text/plain"), (CONTENT_ENCODING, "gzip")];
    assert_eq!(shaped((StatusCode::BAD_REQUEST, encoded, "zip")).1, "zip");
    let latin = [(CONTENT_TYPE, "text/plain")];
    assert_eq!(shaped((StatusCode::BAD_REQUEST, latin, vec![0xe4])).1, "\u{fffd}");

    let longest = "x".repeat(1024);
    assert!(shaped((StatusCode::BAD_REQUEST, longest.clone())).1.starts_with('{'));
    let longer = longest + "x";
    assert_eq!(shaped((StatusCode::BAD_REQUEST, longer.clone())).1, longer);
}

/// axum sends `""` with the type of a text.
#[test]
fn an_empty_text_says_no_more_than_the_code() {
    let ((_, content), log) = log::errors(|| shaped((StatusCode::BAD_GATEWAY, "")));
    assert_eq!(content, r#"{"title":"Bad Gateway","status":502}"#);
    assert_eq!(log.lines().count(), 1, "{log}");
    let (_, content) = shaped((StatusCode::NOT_FOUND, ""));
    assert_eq!(content, r#"{"title":"Not Found","status":404}"#);
    let layer = ProblemLayer::new().only_problems().shape_text();
    let (_, content) = through(&layer, (StatusCode::NOT_FOUND, ""));
    assert_eq!(content, r#"{"title":"Not Found","status":404}"#);
    assert_eq!(shaped((StatusCode::NOT_FOUND, Html(""))).1, "");
    assert_eq!(shaped((StatusCode::OK, "")).1, "");
    assert_eq!(through(&ProblemLayer::new(), (StatusCode::BAD_GATEWAY, "")).1, "");
}

/// A text whose length is not known.
struct Once(Option<&'static str>);
impl http_body::Body for Once {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|text| Ok(Frame::data(text.into()))))
    }
}

/// A stream may never end, and its status was chosen before it.
#[test]
fn a_stream_is_left_alone() {
    let mut response = Response::new(Body::new(Once(Some("why"))));
    *response.status_mut() = StatusCode::BAD_REQUEST;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    assert_eq!(shaped(response).1, "why");
}

#[test]
fn a_response_that_passes_through_is_unchanged() {
    let marked = |response: Response| {
        let mut response = response;
        response.extensions_mut().insert(PassThrough);
        response
    };
    let layer = || ProblemLayer::new().shape_text().request_id_or(|_| "7".to_owned());
    let text = (StatusCode::BAD_GATEWAY, "the upstream's own").into_response();
    assert_eq!(through(&layer(), marked(text)).1, "the upstream's own");
    assert_eq!(through(&layer(), marked(StatusCode::NOT_FOUND.into_response())).1, "");
    let problem = ServerError::BadGateway.into_response();
    let expected = r#"{"title":"Bad Gateway","status":502}"#;
    assert_eq!(through(&layer(), marked(problem)).1, expected);
    assert_ne!(through(&layer(), ServerError::BadGateway).1, expected);
}

/// The framework's own texts still say no more than their codes.
#[test]
fn known_texts_are_not_details() {
    let text = (StatusCode::PAYLOAD_TOO_LARGE, "length limit exceeded");
    assert_eq!(shaped(text).1, r#"{"title":"Content Too Large","status":413}"#);
    let other = (StatusCode::PAYLOAD_TOO_LARGE, "at most 3 photos each");
    assert!(shaped(other).1.ends_with(r#""detail":"at most 3 photos each"}"#));
    let layer = ProblemLayer::new().only_problems().shape_text();
    let (_, content) = through(&layer, (StatusCode::NOT_FOUND, "no such page"));
    assert!(content.ends_with(r#""detail":"no such page"}"#), "{content}");
    let layer = ProblemLayer::new().only_problems().shape_text();
    assert_eq!(through(&layer, StatusCode::NOT_FOUND).1, "");
}

/// A router removes the content of a HEAD. Outside of it, the detail is not known.
#[test]
fn a_head_whose_text_was_removed_is_unchanged() {
    let router = Router::new().route("/", get(async || (StatusCode::NOT_FOUND, "no such page")));
    let inside = serve(router.clone().layer(ProblemLayer::new().shape_text()));
    let outside = ProblemLayer::new().shape_text().layer(router);
    let outside = serve(Router::new().fallback_service(outside));
    let shaped = get_as(inside, "/", "*/*");
    assert!(shaped.content.starts_with('{'), "{shaped:?}");
    assert_eq!(get_as(outside, "/", "*/*").content, shaped.content);
    let head = |address| request(address, "HEAD", "/", &[], "");
    assert_eq!(head(inside).one("content-length"), shaped.one("content-length"));
    assert_eq!(head(outside).one("content-type"), "text/plain; charset=utf-8");
    assert_eq!(head(outside).one("content-length"), "12");

    // The router knows that this one is empty.
    let router = Router::new().route("/", get(async || (StatusCode::NOT_FOUND, "")));
    let outside =
        serve(Router::new().fallback_service(ProblemLayer::new().shape_text().layer(router)));
    let shaped = get_as(outside, "/", "*/*");
    assert_eq!(head(outside).one("content-length"), shaped.content.len().to_string());
    assert_eq!(head(outside).one("content-type"), "application/problem+json");

    // The length of a stream is not known, so that it has no `Content-Length`.
    let stream = async || {
        let body = Body::new(Once(Some("why")));
        (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/plain")], body)
    };
    let router = Router::new().route("/", get(stream));
    let outside =
        serve(Router::new().fallback_service(ProblemLayer::new().shape_text().layer(router)));
    assert_eq!(get_as(outside, "/", "*/*").one("content-type"), "text/plain");
    assert_eq!(head(outside).one("content-type"), "text/plain");
}
