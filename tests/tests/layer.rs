//! `ProblemLayer`: it renders problems and the errors of the framework, and changes nothing else.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, StatusCode};
use http_body::{Frame, SizeHint};
use http_body_util::{BodyExt, Empty, Full};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use status_core::problem::{Details, Problem};
use status_core::represent::View;
use status_core::tower::ProblemLayer;
use status_core::{ClientError, HttpStatus, Redirection, ServerError, Status};
use status_test_support::{Connection, Response as Reply};
use tower::{Layer, ServiceBuilder, ServiceExt};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::{ResponseBodyTimeoutLayer, TimeoutLayer};

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, http, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[error("order <{id}> not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },
    /// The caller has not signed in.
    #[error("sign in first")]
    #[status(401, header("WWW-Authenticate" = "Bearer"), header("WWW-Authenticate" = "Basic realm=\"shop\""))]
    SignedOut,
    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast { after: Duration },
    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(502)]
    Payment(#[source] io::Error),
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

const BROWSER: &str =
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
const JSON: &str = "application/problem+json";
const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// The representations, each with an `Accept` that asks for it.
const REPRESENTATIONS: [(&str, &str); 3] = [("*/*", JSON), (BROWSER, HTML), ("text/plain", TEXT)];

/// Runs a server on another thread until the process ends.
fn serve_on<F: Future>(
    run: impl FnOnce(tokio::net::TcpListener) -> F + Send + 'static,
) -> SocketAddr {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { run(tokio::net::TcpListener::from_std(listener).unwrap()).await });
    });
    address
}

fn serve(router: Router) -> SocketAddr {
    serve_on(async |listener| axum::serve(listener, router).await.unwrap())
}

/// Wraps the whole router instead of each route.
fn serve_inside_a_layer(router: Router) -> SocketAddr {
    serve_hyper(|| ProblemLayer::new().layer(router))
}

/// Serves with hyper, without axum.
fn serve_hyper<S, B>(make: impl FnOnce() -> S + Send + 'static) -> SocketAddr
where
    S: tower::Service<http::Request<Incoming>, Response = http::Response<B>> + Clone + 'static,
    S::Error: Into<BoxError>,
    B: http_body::Body<Data = Bytes> + 'static,
    B::Error: Into<BoxError>,
{
    serve_on(async move |listener| {
        let service = make();
        let accept = async {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let service = TowerToHyperService::new(service.clone());
                tokio::task::spawn_local(async move {
                    // A client that disconnects ends only its own connection.
                    let _ = hyper::server::conn::http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service)
                        .await;
                });
            }
        };
        tokio::task::LocalSet::new().run_until(accept).await;
    })
}

trait ResponseExt {
    /// Asserts that this is a problem in the given representation.
    fn is(&self, code: u16, content_type: &str) -> &Self;

    /// The header fields without those that differ between representations.
    fn others(&self) -> Vec<(String, String)>;
}

impl ResponseExt for Reply {
    #[track_caller]
    fn is(&self, code: u16, content_type: &str) -> &Self {
        assert!(self.line.starts_with(&format!("HTTP/1.1 {code} ")), "{self:?}");
        assert_eq!(self.one("content-type"), content_type, "{self:?}");
        assert_eq!(self.one("vary"), "Accept", "{self:?}");
        self
    }

    fn others(&self) -> Vec<(String, String)> {
        let own = ["content-type", "content-length", "vary"];
        let mut fields = self.fields.clone();
        fields.retain(|(name, _)| !own.contains(&name.as_str()));
        // The order of fields with different names has no meaning (RFC 9110 §5.3).
        fields.sort_by(|(name, _), (other, _)| name.cmp(other));
        fields
    }
}

fn send(connection: &mut Connection, method: &str, path: &str, fields: &[u8]) {
    let head = format!("{method} {path} HTTP/1.1\r\nHost: shop\r\n").into_bytes();
    connection.write([&head, fields, b"\r\n"].concat());
}

/// The next response, without its `date`, so that it can be compared with others.
fn receive(connection: &mut Connection, method: &str) -> Reply {
    let mut reply = connection.read_response(method);
    reply.fields.retain(|(name, _)| name != "date");
    reply
}

fn request(address: SocketAddr, method: &str, path: &str, fields: &str) -> Reply {
    let mut connection = Connection::open(address);
    send(&mut connection, method, path, fields.as_bytes());
    receive(&mut connection, method)
}

fn get_as(address: SocketAddr, path: &str, accept: &str) -> Reply {
    request(address, "GET", path, &format!("Accept: {accept}\r\n"))
}

/// All bytes of a response, without its `date`. A body that fails ends the connection.
fn raw(address: SocketAddr, request: &str) -> Vec<u8> {
    let mut connection = Connection::open(address);
    connection.write(request);
    let response = connection.read_to_end();
    let lines = response.split_inclusive(|&byte| byte == b'\n');
    lines.filter(|line| !line.starts_with(b"date: ")).flatten().copied().collect()
}

fn orders() -> Router {
    Router::new()
        .route("/orders/7", get(async || Err::<(), _>(OrderError::OrderNotFound { id: 7 })))
        .route("/signed-out", get(async || Err::<(), _>(OrderError::SignedOut)))
        .route(
            "/too-fast",
            get(async || Err::<(), _>(OrderError::TooFast { after: Duration::from_secs(120) })),
        )
        .route("/pay", get(async || Err::<(), _>(OrderError::Payment(io::Error::other("hunter2")))))
        .route(
            "/by-hand",
            get(async || {
                let mut problem = Problem::of(&ClientError::Conflict)
                    .detail("by a second")
                    .instance("/orders/7#2");
                problem.type_uri = Some("/errors/late".into());
                problem.title = "Somebody was faster".into();
                Err::<(), _>(problem)
            }),
        )
        .route("/ok", get(async || "ok").post(async |content: Bytes| content))
}

#[test]
fn a_problem_in_each_representation() {
    let address = serve(orders().layer(ProblemLayer::new()));
    let plain = serve(orders());
    let reply = get_as(address, "/orders/7", "*/*");
    reply.is(404, JSON);
    assert_eq!(reply.content, get_as(plain, "/orders/7", "*/*").content);
    assert_eq!(request(address, "GET", "/orders/7", ""), reply, "without an Accept");

    let reply = get_as(address, "/orders/7", BROWSER);
    reply.is(404, HTML);
    assert!(reply.content.starts_with("<!doctype html>"), "{}", reply.content);
    assert!(reply.content.contains("No order has this number."), "{}", reply.content);
    assert!(reply.content.contains("order &lt;7&gt; not found"), "{}", reply.content);

    let reply = get_as(address, "/orders/7", "text/plain");
    reply.is(404, TEXT);
    assert_eq!(
        reply.content,
        "404 Not Found\nNo order has this number.\norder <7> not found\nType: https://shop.example/errors/order-not-found\n"
    );
    let reply = get_as(address, "/by-hand", "text/plain");
    assert_eq!(
        reply.content,
        "409 Conflict\nSomebody was faster\nby a second\nType: /errors/late\nInstance: /orders/7#2\n"
    );
    let reply = get_as(address, "/too-fast", "text/plain");
    assert!(reply.content.contains("Try again in 2 minutes."), "{}", reply.content);
}

#[test]
fn each_header_field_of_the_error_is_kept() {
    let router = || {
        orders().route(
            "/all",
            get(async || {
                let problem = Problem::of(&ServerError::ServiceUnavailable)
                    .header("Set-Cookie", "a=1")
                    .header("Set-Cookie", "b=2")
                    .header("Retry-After", 7)
                    .header("Link", "</a>; rel=a")
                    .header("Link", "</b>; rel=b")
                    .header("Cache-Control", "max-age=1")
                    .header("Content-Language", "de")
                    .header("X-Request-Id", "0192");
                Err::<(), _>(problem)
            }),
        )
    };
    let address = serve(router().layer(ProblemLayer::new()));
    let plain = serve(router());
    for path in ["/all", "/signed-out", "/too-fast", "/orders/7", "/pay"] {
        let expected = get_as(plain, path, "*/*").others();
        for (accept, content_type) in REPRESENTATIONS {
            let reply = get_as(address, path, accept);
            assert_eq!(reply.others(), expected, "{path} as {content_type}");
        }
    }
    let reply = get_as(address, "/signed-out", BROWSER);
    assert_eq!(reply.all("www-authenticate"), ["Bearer", "Basic realm=\"shop\""]);
    let reply = get_as(address, "/all", BROWSER);
    assert_eq!(reply.all("set-cookie"), ["a=1", "b=2"]);
}

#[test]
fn vary_is_extended_without_repetition() {
    let router = Router::new()
        .route(
            "/{vary}",
            get(async |axum::extract::Path(vary): axum::extract::Path<String>| {
                let problem = Problem::of(&ClientError::NotFound);
                vary.split('|').fold(problem, |problem, line| problem.header("Vary", line))
            }),
        )
        .layer(ProblemLayer::new());
    let address = serve(router);
    for (accept, _) in REPRESENTATIONS {
        let vary = |path| {
            let reply = get_as(address, path, accept);
            reply.all("vary").into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(vary("/Origin"), ["Origin", "Accept"]);
        assert_eq!(vary("/Accept-Encoding|Origin"), ["Accept-Encoding", "Origin", "Accept"]);
        assert_eq!(vary("/accept"), ["accept"]);
        assert_eq!(vary("/Origin,%20ACCEPT"), ["Origin, ACCEPT"]);
        assert_eq!(vary("/Origin|Accept"), ["Origin", "Accept"]);
        assert_eq!(vary("/*"), ["*"]);
    }
}

/// A `HeaderMap` panics if `insert` gets another name than the 24,576 that it has room for.
#[tokio::test]
async fn a_response_with_too_many_header_fields_is_rendered() {
    const ROOM: usize = 24_576;
    // axum's router would panic in its own `insert`.
    let handler = async |_: Request| {
        let problem = ClientError::Conflict.problem();
        let add = |problem: Problem, at| problem.header(&format!("x-{at}"), at);
        // The last is its `Content-Type`.
        Ok::<_, Infallible>((1..ROOM).fold(problem, add).into_response())
    };
    let service = ProblemLayer::new().layer(tower::service_fn(handler));
    for (accept, start) in
        [("text/html", "<!doctype"), ("text/plain", "409"), ("application/problem+json", "{")]
    {
        for method in ["GET", "HEAD"] {
            let request = Request::builder().method(method).header("accept", accept);
            let request = request.body(Body::empty()).unwrap();
            let response = service.clone().oneshot(request).await.unwrap();
            assert_eq!(response.headers().len(), ROOM);
            let media_type = response.headers()[CONTENT_TYPE].to_str().unwrap();
            assert!(media_type.starts_with(accept), "{media_type}");
            let content = response.into_body().collect().await.unwrap().to_bytes();
            assert!(method == "HEAD" || content.starts_with(start.as_bytes()), "{content:?}");
        }
    }
}

#[test]
fn fields_about_the_old_content_are_removed() {
    const OF_THE_CONTENT: [&str; 7] = [
        "content-location",
        "content-digest",
        "repr-digest",
        "digest",
        "content-md5",
        "content-encoding",
        "trailer",
    ];
    const OF_THE_RESOURCE: [&str; 4] = ["etag", "last-modified", "accept-ranges", "content-range"];
    let mark = map_response(async |mut response: Response| {
        for name in OF_THE_CONTENT.into_iter().chain(OF_THE_RESOURCE) {
            response.headers_mut().insert(name, HeaderValue::from_static("x"));
        }
        response
    });
    let router = orders()
        .route("/412", get(async || ClientError::PreconditionFailed))
        .route("/416", get(async || ClientError::RangeNotSatisfiable))
        .layer(mark)
        .layer(ProblemLayer::new());
    let address = serve(router);
    let said = |reply: &Reply, name: &str| reply.all(name) == ["x"];
    for name in OF_THE_CONTENT {
        assert!(said(&get_as(address, "/orders/7", "*/*"), name), "{name}");
        assert!(!said(&get_as(address, "/orders/7", BROWSER), name), "{name}");
        assert!(!said(&get_as(address, "/412", "text/plain"), name), "{name}");
    }
    for name in OF_THE_RESOURCE {
        assert!(said(&get_as(address, "/orders/7", "*/*"), name), "{name}");
        assert!(!said(&get_as(address, "/orders/7", BROWSER), name), "{name}");
        assert!(said(&get_as(address, "/412", "text/plain"), name), "{name}");
        assert!(said(&get_as(address, "/416", BROWSER), name), "{name}");
    }
}

/// On one connection, so that any stray content breaks the next response.
#[test]
fn a_head_has_the_header_of_a_get_and_keeps_the_connection() {
    let inside = orders().layer(ProblemLayer::new());
    // axum removes the content before the layer sees the response.
    let outside = serve_inside_a_layer(orders());
    // Only the layer removes the content.
    let hyper = ServiceBuilder::new().layer(ProblemLayer::new()).service_fn(
        async |request: http::Request<Incoming>| {
            Ok::<http::Response<Full<Bytes>>, Infallible>(match request.uri().path() {
                "/ok" => http::Response::new(Full::from("ok")),
                "/signed-out" => OrderError::SignedOut.into(),
                "/pay" => OrderError::Payment(io::Error::other("hunter2")).into(),
                "/orders/7" => OrderError::OrderNotFound { id: 7 }.into(),
                _ => {
                    let mut response = http::Response::new(Full::default());
                    *response.status_mut() = StatusCode::NOT_FOUND;
                    response
                }
            })
        },
    );
    for address in [serve(inside), outside, serve_hyper(|| hyper)] {
        for (accept, content_type) in REPRESENTATIONS {
            let mut connection = Connection::open(address);
            let fields = format!("Accept: {accept}\r\n");
            let paths = ["/orders/7", "/signed-out", "/pay", "/none"];
            for path in paths {
                for method in ["GET", "HEAD", "HEAD", "GET"] {
                    send(&mut connection, method, path, fields.as_bytes());
                }
                let [get, head, again, last] =
                    ["GET", "HEAD", "HEAD", "GET"].map(|method| receive(&mut connection, method));
                assert_eq!(get.one("content-type"), content_type);
                assert_eq!(get.one("content-length"), get.content.len().to_string());
                assert_eq!(head.line, get.line);
                assert_eq!(head.others(), get.others(), "{path} as {content_type}");
                for name in ["content-type", "content-length", "vary"] {
                    assert_eq!(head.one(name), get.one(name), "{name} of {path} as {content_type}");
                }
                assert_eq!((again, last), (head, get));
            }
            send(&mut connection, "GET", "/ok", b"");
            assert_eq!(receive(&mut connection, "GET").content, "ok");
        }
    }
}

/// Without a server, which would remove the content and set the length itself.
#[tokio::test]
async fn a_head_gets_no_content_from_the_layer_itself() {
    type Change = fn(&mut Response);
    // What an inner service does to the content, and whether its length is still known.
    let changes: [(Change, [Option<usize>; 3]); 4] = [
        (|_| {}, [Some(34), Some(24), Some(14)]),
        (|response| *response.body_mut() = Body::empty(), [Some(34), Some(24), Some(14)]),
        (
            |response| {
                *response.body_mut() = Body::empty();
                response.headers_mut().insert("content-encoding", HeaderValue::from_static("br"));
            },
            [None, Some(24), Some(14)],
        ),
        (
            |response| {
                *response.body_mut() = Body::empty();
                response.headers_mut().insert("content-length", HeaderValue::from_static("30"));
            },
            [Some(30), Some(24), Some(14)],
        ),
    ];
    for (change, lengths) in changes {
        let layer = ProblemLayer::new().page(|view| format!("<p>{}<p>{}", view.title, view.title));
        let service = layer.layer(tower::service_fn(move |_: Request| {
            let mut response = ClientError::NotFound.into_response();
            change(&mut response);
            std::future::ready(Ok::<_, Infallible>(response))
        }));
        for ((accept, content_type), length) in REPRESENTATIONS.into_iter().zip(lengths) {
            let request = Request::head("/").header("accept", accept).body(Body::empty()).unwrap();
            let response = service.clone().oneshot(request).await.unwrap();
            let fields = response.headers().clone();
            assert_eq!(fields["content-type"], content_type);
            let said = fields.get("content-length").map(|value| value.to_str().unwrap());
            assert_eq!(said, length.map(|length| length.to_string()).as_deref());
            let content = response.into_body().collect().await.unwrap().to_bytes();
            assert!(content.is_empty(), "{content:?}");
        }
    }
}

#[test]
fn a_head_has_no_length_if_none_is_known() {
    let hide = map_response(async |response: Response| {
        let (parts, _) = response.into_parts();
        Response::from_parts(parts, Body::new(Stream::texts(&["{\"status\"", ":404}"])))
    });
    let router = Router::new().route("/", get(async || ClientError::NotFound)).layer(hide);
    let address = serve(router.layer(ProblemLayer::new()));
    let mut connection = Connection::open(address);
    for (accept, content_type) in REPRESENTATIONS {
        send(&mut connection, "HEAD", "/", format!("Accept: {accept}\r\n").as_bytes());
        let reply = receive(&mut connection, "HEAD");
        reply.is(404, content_type);
        assert_eq!(reply.all("content-length").is_empty(), content_type == JSON, "{reply:?}");
    }
}

/// A stream of unknown length.
struct Stream {
    frames: Vec<Result<Frame<Bytes>, io::Error>>,
    at_once: bool,
    waited: bool,
    hint: SizeHint,
}

impl Stream {
    fn of(frames: impl IntoIterator<Item = Result<Frame<Bytes>, io::Error>>) -> Self {
        let mut frames: Vec<_> = frames.into_iter().collect();
        frames.reverse();
        Self { frames, at_once: false, waited: false, hint: SizeHint::new() }
    }

    fn texts(texts: &[&'static str]) -> Self {
        Self::of(texts.iter().map(|text| Ok(Frame::data(Bytes::from_static(text.as_bytes())))))
    }

    fn exactly(mut self, size: u64) -> Self {
        self.hint = SizeHint::with_exact(size);
        self
    }

    fn at_once(mut self) -> Self {
        self.at_once = true;
        self
    }
}

impl http_body::Body for Stream {
    type Data = Bytes;
    type Error = io::Error;

    /// Each frame is ready at the second poll, or immediately.
    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        self.waited = !self.waited;
        if self.waited && !self.at_once {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let frame = self.frames.pop();
        if let Some(Ok(frame)) = &frame {
            if let (Some(data), Some(left)) = (frame.data_ref(), self.hint.exact()) {
                self.hint = SizeHint::with_exact(left - data.len() as u64);
            }
        }
        Poll::Ready(frame)
    }

    fn size_hint(&self) -> SizeHint {
        self.hint
    }
}

fn with_status(code: u16, content_type: &'static str, content: impl Into<Body>) -> Response {
    let mut response = Response::new(content.into());
    *response.status_mut() = StatusCode::from_u16(code).unwrap();
    if !content_type.is_empty() {
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    response
}

type Make = fn() -> Response;

fn trailers() -> Frame<Bytes> {
    let mut trailers = HeaderMap::new();
    trailers.insert("x-sum", HeaderValue::from_static("7"));
    Frame::trailers(trailers)
}

/// Responses that the layer must not change.
fn foreign() -> Vec<(&'static str, Make)> {
    vec![
        ("200", || "hello".into_response()),
        ("200-html", || Html("<p>hello").into_response()),
        ("200-empty", || ().into_response()),
        ("200-problem", || with_status(200, JSON, "{}")),
        ("204", || StatusCode::NO_CONTENT.into_response()),
        ("304", || Redirection::NotModified.into_response()),
        ("303", || Redirect::to("/elsewhere").into_response()),
        ("300-problem", || {
            Problem::of(&Redirection::MultipleChoices).detail("two").into_response()
        }),
        ("404-text", || (StatusCode::NOT_FOUND, "no such page").into_response()),
        ("404-empty-text", || (StatusCode::NOT_FOUND, "").into_response()),
        ("404-html", || (StatusCode::NOT_FOUND, Html("<p>none")).into_response()),
        ("404-json", || with_status(404, "application/json", r#"{"error":"none"}"#)),
        ("404-own-problem", || with_status(404, JSON, r#"{"title":"mine"}"#)),
        ("404-untyped", || with_status(404, "", "no such page")),
        ("404-encoded", || {
            let mut response = with_status(404, "", Body::empty());
            response.headers_mut().insert("content-encoding", HeaderValue::from_static("gzip"));
            response
        }),
        // Almost the response of tower-http's `CatchPanicLayer`.
        ("500-same-length", || with_status(500, TEXT, "Service panickeD")),
        ("500-longer", || with_status(500, TEXT, "Service panicked!")),
        ("500-other-type", || with_status(500, "text/plain", "Service panicked")),
        ("503-same-text", || with_status(503, TEXT, "Service panicked")),
        ("413-same-length", || with_status(413, TEXT, "length limit exceedeD")),
        // A middleware has replaced the content of a problem.
        ("404-as-503", || {
            let mut response = ClientError::NotFound.into_response();
            *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            response
        }),
        ("404-as-xml", || {
            let response = ClientError::NotFound.into_response();
            let (mut parts, _) = response.into_parts();
            parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+xml"));
            Response::from_parts(parts, Body::from("<problem/>"))
        }),
        // Not a valid code (RFC 9110 §15), but `http` accepts it.
        ("600", || with_status(600, "", Body::empty())),
    ]
}

/// The same with content that is streamed, fails or has trailers.
fn foreign_streams() -> Vec<(&'static str, Make)> {
    vec![
        ("500-stream", || with_status(500, TEXT, Body::new(Stream::texts(&["a", "", "b"])))),
        ("500-untyped-stream", || with_status(500, "", Body::new(Stream::texts(&["a", "b"])))),
        ("500-untyped-at-once", || {
            with_status(500, "", Body::new(Stream::texts(&["", "b"]).at_once()))
        }),
        ("500-empty-stream", || with_status(500, TEXT, Body::new(Stream::texts(&[])))),
        ("500-broken-stream", || {
            let error = Err(io::Error::other("broken"));
            let data = Ok(Frame::data(Bytes::from_static(b"half")));
            with_status(500, TEXT, Body::new(Stream::of([data, error])))
        }),
        ("sse", || {
            let events = ["data: 1\n\n", "data: 2\n\n"];
            with_status(200, "text/event-stream", Body::new(Stream::texts(&events)))
        }),
        ("400-trailers", || {
            let data = Ok(Frame::data(Bytes::from_static(b"data")));
            let frames = [data, Ok(trailers())];
            let mut response = with_status(400, TEXT, Body::new(Stream::of(frames)));
            response.headers_mut().insert("trailer", HeaderValue::from_static("x-sum"));
            response
        }),
        ("400-only-trailers", || {
            let stream = Stream::of([Ok(trailers())]);
            let mut response = with_status(400, "", Body::new(stream));
            response.headers_mut().insert("trailer", HeaderValue::from_static("x-sum"));
            response
        }),
        ("500-in-parts", || {
            let stream = Stream::texts(&["Service ", "panickeD"]).exactly(16);
            with_status(500, TEXT, Body::new(stream))
        }),
        ("500-late", || {
            with_status(500, TEXT, Body::new(Stream::texts(&["Service panickeD"]).exactly(16)))
        }),
        ("500-half", || {
            let data = Ok(Frame::data(Bytes::from_static(b"Service ")));
            let stream = Stream::of([data, Err(io::Error::other("broken"))]).exactly(16);
            with_status(500, TEXT, Body::new(stream))
        }),
        ("500-broken-at-once", || {
            let stream = Stream::of([Err(io::Error::other("broken"))]).exactly(16).at_once();
            with_status(500, TEXT, Body::new(stream))
        }),
        ("500-ends-at-once", || {
            let stream = Stream::of([]).exactly(16).at_once();
            with_status(500, TEXT, Body::new(stream))
        }),
        ("500-trailers-of-nothing", || {
            let stream = Stream::of([Ok(trailers())]).exactly(0).at_once();
            with_status(500, "", Body::new(stream))
        }),
        ("500-trailers-at-once", || {
            let stream = Stream::of([Ok(trailers())]).at_once();
            with_status(500, "", Body::new(stream))
        }),
    ]
}

#[test]
fn foreign_responses_are_passed_on_byte_for_byte() {
    let mut router = Router::new();
    let foreign = || foreign().into_iter().chain(foreign_streams());
    for (name, make) in foreign() {
        router = router.route(&format!("/{name}"), get(async move || make()));
    }
    let plain = serve(router.clone());
    let layered = serve(router.clone().layer(ProblemLayer::new()));
    let outside = serve_inside_a_layer(router);
    for (name, _) in foreign() {
        for method in ["GET", "HEAD"] {
            for (accept, _) in REPRESENTATIONS {
                let request = format!(
                    "{method} /{name} HTTP/1.1\r\nHost: shop\r\nAccept: {accept}\r\nTE: trailers\r\nConnection: close, TE\r\n\r\n"
                );
                let expected = raw(plain, &request);
                // hyper sends nothing if a body fails before the header is written.
                let nothing =
                    ["500-broken-at-once", "500-ends-at-once"].contains(&name) && method == "GET";
                assert_eq!(!nothing, expected.starts_with(b"HTTP/1.1 "), "{name}");
                // axum removes the content, which has neither a type nor a length.
                let unknown = method == "HEAD"
                    && [
                        "500-untyped-stream",
                        "500-untyped-at-once",
                        "500-trailers-at-once",
                        "500-trailers-of-nothing",
                    ]
                    .contains(&name);
                for address in [layered, outside] {
                    if unknown && address == outside {
                        continue;
                    }
                    assert_eq!(
                        String::from_utf8_lossy(&raw(address, &request)),
                        String::from_utf8_lossy(&expected),
                        "{method} {name} as {accept}"
                    );
                }
            }
        }
    }
    // The streams do what their names say.
    let of = |name: &str| {
        let request = format!(
            "GET /{name} HTTP/1.1\r\nHost: a\r\nTE: trailers\r\nConnection: close, TE\r\n\r\n"
        );
        String::from_utf8(raw(layered, &request)).unwrap()
    };
    assert!(
        of("400-trailers").ends_with("4\r\ndata\r\n0\r\nx-sum: 7\r\n\r\n"),
        "{}",
        of("400-trailers")
    );
    assert!(of("500-in-parts").ends_with("\r\n\r\nService panickeD"), "{}", of("500-in-parts"));
    assert!(of("500-broken-stream").ends_with("4\r\nhalf\r\n"), "{}", of("500-broken-stream"));
}

/// Routes with errors of the framework.
fn framework() -> Router {
    let slow = Router::new()
        .route("/slow/408", get(std::future::pending::<()>))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::ZERO));
    let later = Router::new()
        .route("/slow/503", get(std::future::pending::<()>))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::ZERO));
    let panics = Router::new()
        .route("/panic", get(async || -> () { panic!("hunter2") }))
        .layer(CatchPanicLayer::new());
    let limited = Router::new()
        .route("/limited", post(async |content: Bytes| content))
        .layer(RequestBodyLimitLayer::new(4));
    let by_axum = Router::new()
        .route("/limited-by-axum", post(async |content: Bytes| content))
        .layer(axum::extract::DefaultBodyLimit::max(4));
    let code = |code: u16| get(async move || StatusCode::from_u16(code).unwrap());
    Router::new()
        .merge(slow)
        .merge(later)
        .merge(panics)
        .merge(limited)
        .merge(by_axum)
        .route("/orders", get(async || "orders").post(async || "ordered"))
        .route("/429", get(async || (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "60")])))
        .route(
            "/cached",
            get(async || (StatusCode::SERVICE_UNAVAILABLE, [("cache-control", "max-age=1")])),
        )
        .route("/599", code(599))
        .route("/418", code(418))
        .route("/422", code(422))
}

#[test]
fn an_error_of_the_framework_becomes_the_problem_of_its_code() {
    let inside = serve(framework().layer(ProblemLayer::new()));
    let outside = serve_inside_a_layer(framework());
    let long = "Content-Length: 5\r\n";
    let chunked = "Transfer-Encoding: chunked\r\n";
    let cases: [(&str, &str, &str, &str, &str); 13] = [
        ("GET", "/none", "", "404 Not Found", ""),
        ("POST", "/none", "", "404 Not Found", ""),
        ("DELETE", "/orders", "", "405 Method Not Allowed", "allow: GET,HEAD,POST"),
        ("GET", "/slow/408", "", "408 Request Timeout", ""),
        ("GET", "/slow/503", "", "503 Service Unavailable", "cache-control: no-store"),
        ("GET", "/panic", "", "500 Internal Server Error", ""),
        ("POST", "/limited", long, "413 Content Too Large", ""),
        ("POST", "/limited", chunked, "413 Content Too Large", ""),
        ("POST", "/limited-by-axum", long, "413 Content Too Large", ""),
        ("GET", "/429", "", "429 Too Many Requests", "retry-after: 60|cache-control: no-store"),
        ("GET", "/cached", "", "503 Service Unavailable", "cache-control: max-age=1"),
        // It has no reason.
        ("GET", "/599", "", "599 ", ""),
        ("GET", "/422", "", "422 Unprocessable Content", ""),
    ];
    for address in [inside, outside] {
        for (method, path, fields, line, kept) in cases {
            let code: u16 = line[..3].parse().unwrap();
            for (accept, content_type) in REPRESENTATIONS {
                let mut connection = Connection::open(address);
                let fields = format!("Accept: {accept}\r\n{fields}");
                send(&mut connection, method, path, fields.as_bytes());
                if method == "POST" {
                    let content: &[u8] = if fields.contains("chunked") {
                        b"5\r\n12345\r\n0\r\n\r\n"
                    } else {
                        b"12345"
                    };
                    connection.write(content);
                }
                let reply = receive(&mut connection, method);
                reply.is(code, content_type);
                assert_eq!(reply.line, format!("HTTP/1.1 {line}"), "{path}");
                assert_eq!(reply.one("content-length"), reply.content.len().to_string());
                for field in kept.split('|').filter(|field| !field.is_empty()) {
                    let (name, value) = field.split_once(": ").unwrap();
                    assert_eq!(reply.one(name), value, "{path} as {content_type}");
                }
                let status = Status::from_code(code).unwrap();
                match content_type {
                    JSON => {
                        let json: serde_json::Value = serde_json::from_str(&reply.content).unwrap();
                        assert_eq!(json["status"], code);
                        assert_eq!(json["title"].as_str().unwrap_or_default(), status.reason());
                    }
                    HTML => assert!(reply.content.starts_with("<!doctype html>"), "{path}"),
                    _ => {
                        let again = if path == "/429" { "Try again in 60 seconds.\n" } else { "" };
                        assert_eq!(reply.content, format!("{status}\n{again}"), "{path}");
                    }
                }
                assert!(!reply.content.contains("hunter2"));
            }
        }
        let heads = [("/none", ""), ("/slow/408", ""), ("/limited", "POST"), ("/panic", "")];
        // Outside of axum, the content of the caught panic is gone before the layer can read it.
        let heads = if address == inside { &heads[..] } else { &heads[..3] };
        for &(path, allow) in heads {
            for (accept, content_type) in REPRESENTATIONS {
                let fields = format!("Accept: {accept}\r\n");
                let (get, head) = (
                    request(address, "GET", path, &fields),
                    request(address, "HEAD", path, &fields),
                );
                assert_eq!(head.one("content-type"), content_type, "{path}");
                assert_eq!(head.one("content-length"), get.content.len().to_string(), "{path}");
                assert_eq!(head.all("allow").join(""), allow);
            }
        }
    }
}

#[test]
fn errors_of_the_framework_can_be_left_alone() {
    let router = || framework().merge(orders());
    let plain = serve(router());
    let layered = serve(router().layer(ProblemLayer::new().only_problems()));
    for (method, path) in [
        ("GET", "/none"),
        ("HEAD", "/none"),
        ("DELETE", "/orders"),
        ("GET", "/slow/408"),
        ("GET", "/slow/503"),
        ("GET", "/panic"),
        ("GET", "/599"),
        ("GET", "/429"),
    ] {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: shop\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
        );
        assert_eq!(raw(plain, &request), raw(layered, &request), "{method} {path}");
    }
    get_as(layered, "/orders/7", BROWSER).is(404, HTML);
}

#[test]
fn a_custom_page() {
    let of = |view: &View<'_>| {
        let detail = view.detail.unwrap_or("-");
        let delay = view.retry_after.is_some();
        format!("<p>{}|{}|{}|{delay}", view.status.code(), view.title, detail)
    };
    let pages = Arc::new(AtomicUsize::new(0));
    let count = pages.clone();
    let layer = ProblemLayer::new().page(move |view| {
        count.fetch_add(1, Ordering::Relaxed);
        of(view)
    });
    let address = serve(orders().layer(layer));
    let reply = get_as(address, "/orders/7", BROWSER);
    reply.is(404, HTML);
    assert_eq!(reply.content, "<p>404|No order has this number.|order <7> not found|false");
    let reply = get_as(address, "/too-fast", BROWSER);
    assert!(reply.content.ends_with("|slow down|true"), "{}", reply.content);
    assert_eq!(get_as(address, "/none", BROWSER).content, "<p>404|Not Found|-|false");
    let head = request(address, "HEAD", "/none", "Accept: text/html\r\n");
    assert_eq!(head.one("content-length"), "24");
    assert_eq!(pages.load(Ordering::Relaxed), 4);
    get_as(address, "/orders/7", "*/*").is(404, JSON);
    get_as(address, "/orders/7", "text/plain").is(404, TEXT);
    assert_eq!(get_as(address, "/ok", BROWSER).content, "ok");
    assert_eq!(pages.load(Ordering::Relaxed), 4);
}

#[test]
fn a_custom_page_sees_the_header_fields_of_the_framework() {
    let page = |view: &View<'_>| format!("{:?}", view.header_fields.get("retry-after"));
    let address = serve(framework().layer(ProblemLayer::new().page(page)));
    let reply = get_as(address, "/429", BROWSER);
    reply.is(429, HTML);
    assert_eq!(reply.content, "Some(\"60\")");
}

/// A body that counts how often it was made.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("numbered")]
#[status(409, axum, body = numbered)]
struct Numbered;

fn numbered(_: &View<'_>) -> status_core::problem::Body {
    static MADE: AtomicUsize = AtomicUsize::new(100);
    status_core::problem::Body::json(&MADE.fetch_add(1, Ordering::Relaxed))
}

/// It has nothing to say.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("empty")]
#[status(410, axum, body = empty)]
struct Silent;

fn empty(_: &View<'_>) -> status_core::problem::Body {
    status_core::problem::Body::empty()
}

#[tokio::test]
async fn content_in_place_of_an_empty_body_is_left_alone() {
    let replace = |content: fn() -> Body| {
        map_response(move |response: Response| async move {
            let (mut parts, _) = response.into_parts();
            parts.headers.remove("content-length");
            Response::from_parts(parts, content())
        })
    };
    let gone = || get(async || Silent);
    let of_unknown_length = || Body::new(Full::from("streamed").map_frame(|frame| frame));
    let router = Router::new()
        .route("/", gone())
        .route("/replaced", gone().layer(replace(|| Body::from("replaced"))))
        .route("/streamed", gone().layer(replace(of_unknown_length)));
    let router = router.layer(ProblemLayer::new());
    let content = async |path: &str| {
        let request = Request::get(path).header("accept", BROWSER).body(Body::empty()).unwrap();
        let content = router.clone().oneshot(request).await.unwrap().into_body().collect().await;
        String::from_utf8(content.unwrap().to_bytes().into()).unwrap()
    };
    assert!(content("/").await.starts_with("<!doctype html>"));
    assert_eq!(content("/replaced").await, "replaced");
    assert_eq!(content("/streamed").await, "streamed");
}

#[test]
fn a_body_of_the_type_is_made_once_and_recognized_by_its_length() {
    let with_content = |content: &'static str, encoding: Option<&'static str>| {
        map_response(move |response: Response| async move {
            let (mut parts, _) = response.into_parts();
            parts.headers.remove("content-length");
            if let Some(encoding) = encoding {
                parts.headers.insert("content-encoding", HeaderValue::from_static(encoding));
            }
            Response::from_parts(parts, Body::from(content))
        })
    };
    let conflict = || get(async || Numbered);
    let router = Router::new()
        .route("/", conflict())
        .route("/replaced", conflict().layer(with_content(r#"{"a":1}"#, None)))
        .route("/encoded", conflict().layer(with_content("encoded", Some("br"))));
    let address = serve(router.layer(ProblemLayer::new()));
    assert_eq!(get_as(address, "/", "*/*").content, "100");
    assert_eq!(get_as(address, "/", "*/*").content, "101");
    get_as(address, "/", BROWSER).is(409, HTML);
    // Other JSON is not the type's body, and an encoded body has any length.
    assert_eq!(get_as(address, "/replaced", BROWSER).content, r#"{"a":1}"#);
    get_as(address, "/encoded", BROWSER).is(409, HTML);
    assert_eq!(get_as(address, "/encoded", "*/*").content, "encoded");
}

#[test]
fn nested_layers_render_once() {
    let pages = Arc::new(AtomicUsize::new(0));
    let counting = |name: &'static str| {
        let pages = pages.clone();
        ProblemLayer::new().page(move |_| {
            pages.fetch_add(1, Ordering::Relaxed);
            name.to_owned()
        })
    };
    let router = Router::new().nest("/shop", orders().layer(counting("inner")));
    let address = serve(router.layer(counting("outer")));
    for (path, page) in [("/shop/orders/7", "inner"), ("/none", "outer")] {
        pages.store(0, Ordering::Relaxed);
        let reply = get_as(address, path, BROWSER);
        reply.is(404, HTML);
        assert_eq!((reply.content.as_str(), pages.load(Ordering::Relaxed)), (page, 1));
        get_as(address, path, "*/*").is(404, JSON);
        get_as(address, path, "text/plain").is(404, TEXT);
        request(address, "HEAD", path, "").is(404, JSON);
    }
}

/// The reason of 422 is in the response's extensions, because that of the crate `http` is outdated.
#[test]
fn each_layer_adds_to_the_problem() {
    let router = Router::new()
        .route("/", get(async || ClientError::Gone))
        .layer(ProblemLayer::new().enrich(|_, problem| problem.insert("inner", &1)))
        .layer(ProblemLayer::new().enrich(|_, problem| problem.insert("outer", &2)));
    let reply = get_as(serve(router), "/", "*/*");
    assert_eq!(reply.content, r#"{"title":"Gone","status":410,"inner":1,"outer":2}"#);
}

#[test]
fn a_code_that_middleware_has_changed_has_its_own_reason() {
    let recode = |code: StatusCode| {
        map_response(move |mut response: Response| async move {
            *response.status_mut() = code;
            response
        })
    };
    let invalid = || get(async || ClientError::UnprocessableContent);
    let inner = ProblemLayer::new().body(|_| status_core::problem::Body::json(&1));
    let router = Router::new()
        .route("/", invalid())
        .route("/400", invalid().layer(recode(StatusCode::BAD_REQUEST)))
        .route("/200", invalid().layer(recode(StatusCode::OK)))
        .route("/between", invalid().layer(inner).layer(recode(StatusCode::BAD_REQUEST)))
        .layer(ProblemLayer::new());
    let address = serve(router);
    for (path, line) in [
        ("/", "HTTP/1.1 422 Unprocessable Content"),
        ("/400", "HTTP/1.1 400 Bad Request"),
        ("/200", "HTTP/1.1 200 OK"),
        ("/between", "HTTP/1.1 400 Bad Request"),
    ] {
        assert_eq!(get_as(address, path, "*/*").line, line, "{path}");
    }
}

/// Middleware changes the details, or the JSON itself, which the layer then does not render again.
#[test]
fn the_json_is_rendered_again_only_if_the_details_were_changed() {
    let edit = map_response(async |mut response: Response| {
        if let Some(details) = response.extensions_mut().get_mut::<Details>() {
            details.title = "Changed".into();
        }
        response
    });
    let read_and_replace = map_response(async |mut response: Response| {
        let details = response.extensions_mut().get_mut::<Details>();
        assert!(details.is_some_and(|details| details.detail.is_some()));
        let (parts, _) = response.into_parts();
        Response::from_parts(parts, Body::from("{}"))
    });
    let order = || get(async || Err::<(), _>(OrderError::OrderNotFound { id: 7 }));
    let router = Router::new()
        .route("/edited", order().layer(edit.clone()))
        .route("/replaced", order().layer(read_and_replace))
        .route("/between", order().layer(ProblemLayer::new()).layer(edit))
        .layer(ProblemLayer::new());
    let address = serve(router);
    let changed = r#"{"type":"https://shop.example/errors/order-not-found","title":"Changed","status":404,"detail":"order <7> not found","id":7}"#;
    for path in ["/edited", "/between"] {
        let reply = get_as(address, path, "*/*");
        reply.is(404, JSON);
        assert_eq!(reply.content, changed);
    }
    assert!(get_as(address, "/edited", "text/plain").content.contains("\nChanged\n"));
    assert_eq!(get_as(address, "/replaced", "*/*").content, "{}");
}

#[test]
fn redacted_text_never_leaves_the_process() {
    let seen = Arc::new(std::sync::Mutex::new(Vec::new()));
    let log = seen.clone();
    let router =
        orders().layer(ProblemLayer::new()).layer(map_response(move |response: Response| {
            let extensions = response.extensions();
            let of_status = extensions.get::<&'static Status>().map(|status| status.slug());
            let details = format!("{:?}", extensions.get::<Details>());
            log.lock().unwrap().push((of_status, details));
            std::future::ready(response)
        }));
    let address = serve(router);
    for (accept, content_type) in REPRESENTATIONS {
        let reply = get_as(address, "/pay", accept);
        reply.is(502, content_type);
        assert!(!format!("{reply:?}").contains("hunter2"), "{reply:?}");
        assert!(!reply.content.contains("payment provider:"), "{reply:?}");
    }
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 3);
    for (slug, details) in &*seen {
        // Metrics and access logs outside of the layer can still read it.
        assert_eq!(*slug, Some("payment"));
        assert!(!details.contains("hunter2"), "{details}");
    }
}

/// With layers inside and outside whose bodies are not `Unpin`, or must implement `Default`.
#[test]
fn the_layer_wraps_any_service_of_hyper() {
    let service = ServiceBuilder::new()
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(60)))
        .layer(ProblemLayer::new())
        .layer(ResponseBodyTimeoutLayer::new(Duration::from_secs(60)))
        .layer(CatchPanicLayer::new())
        .service_fn(async |request: http::Request<Incoming>| {
            Ok::<http::Response<Empty<Bytes>>, Infallible>(match request.uri().path() {
                "/panic" => panic!("hunter2"),
                path => {
                    let code: u16 = path[1..].parse().unwrap();
                    let mut response = http::Response::new(Empty::new());
                    *response.status_mut() = StatusCode::from_u16(code).unwrap();
                    response
                }
            })
        });
    let address = serve_hyper(|| service);
    for (accept, content_type) in REPRESENTATIONS {
        // The timeout layer hides that the body is empty.
        get_as(address, "/404", accept).is(404, content_type);
        // It hides the length of the inner content, which is passed on.
        assert!(raw(address, "GET /panic HTTP/1.0\r\n\r\n").ends_with(b"\r\n\r\nService panicked"));
    }

    let service = ServiceBuilder::new().layer(ProblemLayer::new()).layer(CatchPanicLayer::new());
    let service = service.service_fn(async |request: http::Request<Incoming>| {
        Ok::<http::Response<Full<Bytes>>, Infallible>(match request.uri().path() {
            "/panic" => panic!("hunter2"),
            "/orders" => OrderError::OrderNotFound { id: 7 }.into(),
            _ => http::Response::new(Full::from("ok")),
        })
    });
    let address = serve_hyper(|| service);
    for (accept, content_type) in REPRESENTATIONS {
        get_as(address, "/panic", accept).is(500, content_type);
        get_as(address, "/orders", accept).is(404, content_type);
        assert_eq!(get_as(address, "/ok", accept).content, "ok");
    }
}

/// The inner services panic if they are called before they are ready.
#[test]
fn the_inner_service_is_polled_until_it_is_ready() {
    let most = Arc::new(AtomicUsize::new(0));
    let seen = most.clone();
    let address = serve_hyper(move || {
        let running = Arc::new(AtomicUsize::new(0));
        let service = tower::service_fn(move |_: http::Request<Incoming>| {
            let (running, most) = (running.clone(), most.clone());
            async move {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                for _ in 0..100 {
                    tokio::task::yield_now().await;
                }
                running.fetch_sub(1, Ordering::SeqCst);
                Ok::<http::Response<Full<Bytes>>, Infallible>(ClientError::Conflict.into())
            }
        });
        ServiceBuilder::new()
            .layer(ProblemLayer::new())
            .buffer(2)
            .concurrency_limit(2)
            .service(service)
    });
    let clients: Vec<_> = (0..16)
        .map(|_| {
            thread::spawn(move || {
                for (accept, content_type) in REPRESENTATIONS {
                    get_as(address, "/", accept).is(409, content_type);
                }
            })
        })
        .collect();
    for client in clients {
        client.join().unwrap();
    }
    assert_eq!(seen.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn an_error_of_the_service_is_returned() {
    let service = ServiceBuilder::new()
        .layer(ProblemLayer::new())
        .service_fn(async |_: Request| Err::<Response, _>(io::Error::other("it is down")));
    let error = service.oneshot(Request::new(Body::empty())).await.unwrap_err();
    assert_eq!(error.to_string(), "it is down");
}

#[test]
fn every_accept_gets_a_problem() {
    let address = serve(orders().layer(ProblemLayer::new()));
    let hostile = |accept: &[u8]| {
        let fields = [b"Accept: ", accept, b"\r\n"].concat();
        let mut connection = Connection::open(address);
        send(&mut connection, "GET", "/orders/7", &fields);
        let reply = receive(&mut connection, "GET");
        // The connection is kept.
        send(&mut connection, "HEAD", "/orders/7", &fields);
        receive(&mut connection, "HEAD");
        send(&mut connection, "GET", "/ok", &fields);
        assert_eq!(receive(&mut connection, "GET").content, "ok");
        reply
    };
    hostile(&vec![b'a'; 64 * 1024]).is(404, JSON);
    hostile(&vec![b','; 64 * 1024]).is(404, JSON);
    hostile("text/html,".repeat(6_500).as_bytes()).is(404, HTML);
    hostile("text/html;".repeat(6_500).as_bytes()).is(404, JSON);
    hostile(format!("text/html;q=\"{}", "\\".repeat(60_000)).as_bytes()).is(404, JSON);
    hostile(format!("{}text/html", "image/png,".repeat(100)).as_bytes()).is(404, HTML);
    hostile(format!("{}text/html", "image/png,".repeat(1_000)).as_bytes()).is(404, JSON);
    hostile(b"").is(404, JSON);
    hostile(b"\xff\xfe").is(404, JSON);
    hostile(b"text/html\xff, text/plain").is(404, TEXT);
    hostile(b"text/html\xc3\xa9, */*;q=0").is(404, JSON);
    // One list on many lines. hyper reads at most one hundred fields.
    hostile("image/png\r\nAccept: ".repeat(90).as_bytes()).is(404, JSON);
    let lines = format!("{}text/html", "image/png\r\nAccept: ".repeat(90));
    hostile(lines.as_bytes()).is(404, HTML);
    hostile(b"text/html;q=0.1\r\nAccept: text/plain").is(404, TEXT);
}
