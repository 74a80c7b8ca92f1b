//! The order of `ProblemLayer` and tower-http's layers that the guide recommends, and what each
//! other order loses.

mod log;

use std::collections::BTreeSet;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::routing::{get, post};
use http::{HeaderMap, Method, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::Value;
use status_core::ServerError;
use status_core::tower::ProblemLayer;
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{
    MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::log::Log;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    SetRequestId,
    Trace,
    PropagateRequestId,
    Cors,
    Compression,
    Problem,
    CatchPanic,
    Timeout,
    RequestBodyLimit,
}

use Layer::{
    CatchPanic, Compression, Cors, Problem, PropagateRequestId, RequestBodyLimit, SetRequestId,
    Timeout, Trace,
};

/// Outermost first.
const ORDER: [Layer; 9] = [
    SetRequestId,
    Trace,
    PropagateRequestId,
    Cors,
    Compression,
    Problem,
    CatchPanic,
    Timeout,
    RequestBodyLimit,
];

#[derive(Clone)]
struct Seven;

impl MakeRequestId for Seven {
    fn make_request_id<B>(&mut self, _: &http::Request<B>) -> Option<RequestId> {
        Some(RequestId::new("7".parse().unwrap()))
    }
}

fn app(order: &[Layer]) -> Router {
    let router = Router::new()
        .route("/broken", get(async || ServerError::BadGateway))
        .route("/panic", get(async || -> StatusCode { panic!("a handler that panics") }))
        .route("/slow", get(std::future::pending::<StatusCode>))
        .route("/upload", post(async || "fine"));
    order.iter().rev().fold(router, |router, layer| match layer {
        SetRequestId => router.layer(SetRequestIdLayer::x_request_id(Seven)),
        Trace => router.layer(
            TraceLayer::new_for_http().make_span_with(|_: &Request| tracing::info_span!("request")),
        ),
        PropagateRequestId => router.layer(PropagateRequestIdLayer::x_request_id()),
        Cors => router.layer(CorsLayer::permissive()),
        Compression => router.layer(CompressionLayer::new()),
        Problem => router.layer(ProblemLayer::new().request_id()),
        CatchPanic => router.layer(CatchPanicLayer::new()),
        Timeout => router.layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_millis(10),
        )),
        RequestBodyLimit => router.layer(RequestBodyLimitLayer::new(8)),
    })
}

/// What the order of these layers loses:
///
/// - `panic`, `timeout`, `limit`: the problem of this error
/// - `request_id`: the member of the problems
/// - `header`: `X-Request-Id` on some response
/// - `CORS`: `Access-Control-Allow-Origin` on some response, which a script then cannot read
/// - `compression`: the encoding of a page
/// - `span`: the events are outside of the request's span
fn lost_by(order: &[Layer]) -> BTreeSet<&'static str> {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().json().with_writer(move || writer.clone()).finish();
    let lost = tracing::subscriber::with_default(subscriber, || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(responses(&app(order)))
    });
    let mut lost: BTreeSet<_> = lost.into_iter().collect();
    for line in log.text().lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        if event["target"] == "status_core" && event["span"]["name"] != "request" {
            lost.insert("span");
        }
    }
    lost
}

async fn responses(app: &Router) -> Vec<&'static str> {
    let mut lost = Vec::new();
    for (method, path, code, name) in [
        (Method::GET, "/broken", 502, "problem"),
        (Method::GET, "/panic", 500, "panic"),
        (Method::GET, "/slow", 408, "timeout"),
        (Method::POST, "/upload", 413, "limit"),
    ] {
        let length = if code == 413 { "9" } else { "0" };
        let request = Request::builder().method(method).uri(path).header("content-length", length);
        let request = request.header("origin", "https://a.example").body(Body::empty()).unwrap();
        let response = app.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), code, "{path}");
        let fields = response.headers().clone();
        if !fields.contains_key("access-control-allow-origin") {
            lost.push("CORS");
        }
        if !fields.contains_key("x-request-id") {
            lost.push("header");
        }
        let content = response.into_body().collect().await.unwrap().to_bytes();
        match serde_json::from_slice::<Value>(&content) {
            Ok(problem) if problem["request_id"] == "7" => {}
            Ok(_) => lost.push("request_id"),
            Err(_) => lost.push(name),
        }
    }
    let page =
        Request::get("/broken").header("accept", "text/html").header("accept-encoding", "gzip");
    let page = app.clone().oneshot(page.body(Body::empty()).unwrap()).await.unwrap();
    let is_compressed =
        |fields: &HeaderMap| fields.get("content-encoding").is_some_and(|it| it == "gzip");
    if !is_compressed(page.headers()) {
        lost.push("compression");
    }
    lost
}

/// The first must be outside of the second. Otherwise the third is lost.
const RULES: [(Layer, Layer, &str); 13] = [
    (SetRequestId, PropagateRequestId, "header"),
    (SetRequestId, Problem, "request_id"),
    (Trace, Problem, "span"),
    (PropagateRequestId, CatchPanic, "header"),
    (PropagateRequestId, Timeout, "header"),
    (PropagateRequestId, RequestBodyLimit, "header"),
    (Cors, CatchPanic, "CORS"),
    (Cors, Timeout, "CORS"),
    (Cors, RequestBodyLimit, "CORS"),
    (Compression, Problem, "compression"),
    (Problem, CatchPanic, "panic"),
    (Problem, Timeout, "timeout"),
    (Problem, RequestBodyLimit, "limit"),
];

#[test]
fn the_recommended_order_loses_nothing() {
    assert_eq!(lost_by(&ORDER), BTreeSet::new());
}

#[test]
fn each_layer_in_each_other_place_loses_what_the_guide_says() {
    let mut tried = BTreeSet::new();
    for from in 0..ORDER.len() {
        for to in 0..ORDER.len() {
            let mut order = ORDER.to_vec();
            let moved = order.remove(from);
            order.insert(to, moved);
            let place = |layer| order.iter().position(|&other| other == layer);
            let broken = RULES.iter().filter(|(outer, inner, _)| place(*outer) > place(*inner));
            let expected: BTreeSet<_> = broken.map(|(.., lost)| *lost).collect();
            assert_eq!(lost_by(&order), expected, "{order:?}");
            tried.extend(expected);
        }
    }
    assert_eq!(tried, RULES.iter().map(|(.., lost)| *lost).collect());
}
