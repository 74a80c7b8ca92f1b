//! What is special about `ProblemLayer` in each framework. `own_errors.rs` tests which of the
//! framework's own errors become problems.

#![cfg(all(
    feature = "actix_web",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp",
))]

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::mpsc::{self, Sender};
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

use status_core::HttpStatus;
use status_core::represent::{PassThrough, ProblemLayer};
use status_test_support::{Connection, Response, request};
use tokio::io::{AsyncRead, ReadBuf};

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("we are closed")]
#[status(403, actix_web, poem, rocket, salvo, warp)]
struct Closed;

fn start(serve: fn(&Sender<SocketAddr>)) -> SocketAddr {
    let (tell, address) = mpsc::channel();
    thread::spawn(move || serve(&tell));
    address.recv_timeout(Duration::from_secs(30)).expect("the server listens")
}

fn send(address: SocketAddr, method: &str, path: &str, accept: &str) -> Response {
    request(address, method, path, &[("Accept", accept)], "")
}

/// A stream that never yields anything.
struct Endless;

impl AsyncRead for Endless {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Poll::Pending
    }
}

/// The layer does not wait for the content of a stream.
fn check_endless(address: SocketAddr, path: &str) {
    let mut connection = Connection::open(address);
    connection.write(format!("GET {path} HTTP/1.1\r\nHost: shop.example\r\n\r\n"));
    // The content never ends, so only the head can be read.
    let sent = connection.read_response("HEAD");
    assert_eq!(sent.line, "HTTP/1.1 502 Bad Gateway", "{sent:?}");
    assert!(sent.all("vary").is_empty(), "{sent:?}");
}

/// A response with the mark is not a problem, although it is empty or a short text.
fn check_pass_through(address: SocketAddr) {
    let sent = send(address, "GET", "/passed", "*/*");
    assert!(sent.line.starts_with("HTTP/1.1 404"), "{sent:?}");
    assert!(sent.all("vary").is_empty(), "{sent:?}");
    assert!(!sent.content.contains(r#""title":"Not Found""#), "{sent:?}");
}

fn run<F: Future<Output = ()>>(
    tell: &Sender<SocketAddr>,
    serve: impl FnOnce(tokio::net::TcpListener) -> F,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        tell.send(listener.local_addr().unwrap()).unwrap();
        serve(listener).await;
    });
}

mod actix_web {
    use std::pin::Pin;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::task::{Context, Poll};

    use actix_web::body::{BodySize, MessageBody};
    use actix_web::dev::{Service, ServiceRequest, ServiceResponse};
    use actix_web::error::{ErrorImATeapot, InternalError, PayloadError};
    use actix_web::middleware::{Condition, Next, from_fn};
    use actix_web::rt::System;
    use actix_web::web::{Bytes, route};
    use actix_web::{App, Error, HttpRequest, HttpResponse, HttpServer};
    use status_core::actix_web::ErrorWithResponse;

    use super::{
        Closed, PassThrough, ProblemLayer, Sender, SocketAddr, check_pass_through, request, send,
        start,
    };

    /// Whether a foreign error, and one of this crate, came out of the layers.
    static KEPT: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];

    /// What a middleware outside of the layers does with an error.
    fn observe(error: &Error) {
        let error = error.as_error().map_or(error, ErrorWithResponse::error);
        let is_own = |error: &InternalError<&'static str>| error.to_string() == "short and stout";
        let is_foreign = error.as_error().is_some_and(is_own);
        KEPT[0].fetch_or(is_foreign, Ordering::SeqCst);
        KEPT[1].fetch_or(error.as_error::<Closed>().is_some(), Ordering::SeqCst);
    }

    /// It looks at the response to an error, as middleware that reports errors does.
    async fn report<B: MessageBody>(
        request: ServiceRequest,
        next: Next<B>,
    ) -> Result<ServiceResponse<B>, Error> {
        let response = next.call(request).await;
        if let Some(error) = response.as_ref().err().filter(|it| it.to_string() != "a stream") {
            let code = error.as_response_error().status_code();
            assert_eq!(error.error_response().status(), code);
        }
        response
    }

    /// The error has its response, which it gives away once.
    fn once(response: HttpResponse) -> Error {
        InternalError::from_response("quota", response).into()
    }

    /// It fails before the handler is called.
    fn early(path: &str) -> Option<Error> {
        let mut response = HttpResponse::Conflict();
        response.insert_header(("x-own", "1")).reason("Mine");
        Some(match path {
            "/early" => Closed.into(),
            "/early-own" => ErrorImATeapot("short and stout"),
            "/early-response" => once(response.json("my own body")),
            "/early-nothing" => once(response.finish()),
            "/early-bare" => once(HttpResponse::Found().insert_header(("location", "/")).finish()),
            "/early-stream" => {
                let response = response.body(Once(Some("streamed")));
                InternalError::from_response("a stream", response).into()
            }
            "/early-passed" => {
                let mut response = response.finish();
                response.extensions_mut().insert(PassThrough);
                once(response)
            }
            _ => return None,
        })
    }

    const TEXT: &str = "text/plain; charset=utf-8";

    /// A stream with at most one chunk.
    struct Once(Option<&'static str>);

    impl MessageBody for Once {
        type Error = PayloadError;

        fn size(&self) -> BodySize {
            BodySize::Stream
        }

        fn poll_next(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Bytes, PayloadError>>> {
            Poll::Ready(self.0.take().map(|text| Ok(Bytes::from_static(text.as_bytes()))))
        }
    }

    /// As long as actix-web's own text, but written by the application.
    async fn own() -> HttpResponse {
        HttpResponse::PayloadTooLarge().content_type(TEXT).body("payload reached SIZE limit")
    }

    async fn passed() -> HttpResponse {
        let mut response = HttpResponse::NotFound().finish();
        response.extensions_mut().insert(PassThrough);
        response
    }

    async fn stream() -> HttpResponse {
        let body = Once(Some("payload reached size limit"));
        HttpResponse::PayloadTooLarge().content_type(TEXT).body(body)
    }

    fn serve(tell: &Sender<SocketAddr>) {
        serve_inside(1, tell);
    }

    fn serve_inside_two(tell: &Sender<SocketAddr>) {
        serve_inside(2, tell);
    }

    fn serve_inside(layers: usize, tell: &Sender<SocketAddr>) {
        let outer = ProblemLayer::new().enrich(|_, problem| problem.insert("outer", &true));
        let app = move || {
            App::new()
                .wrap_fn(|request, inner| {
                    let early = early(request.path());
                    let response = inner.call(request);
                    async move {
                        match early {
                            Some(error) => Err(error),
                            None => response.await,
                        }
                    }
                })
                .wrap(ProblemLayer::new())
                .wrap(from_fn(report))
                .wrap(Condition::new(layers == 2, outer.clone()))
                .wrap_fn(|request, inner| {
                    let response = inner.call(request);
                    async move {
                        let response = response.await;
                        response.as_ref().err().map(observe);
                        response
                    }
                })
                .wrap(from_fn(report))
                .route("/own", route().to(own))
                .route("/passed", route().to(passed))
                .route("/stream", route().to(stream))
        };
        System::new().block_on(async {
            let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
            tell.send(server.addrs()[0]).unwrap();
            server.run().await.unwrap();
        });
    }

    async fn request_id(request: HttpRequest) -> String {
        let id = request.headers().get("x-request-id");
        id.map_or_else(String::new, |id| id.to_str().unwrap().to_owned())
    }

    fn serve_request_ids(tell: &Sender<SocketAddr>) {
        let app = || {
            App::new()
                .wrap(ProblemLayer::new().request_id_or(|_| "new".to_owned()))
                .route("/id", route().to(request_id))
        };
        System::new().block_on(async {
            let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
            tell.send(server.addrs()[0]).unwrap();
            server.run().await.unwrap();
        });
    }

    #[test]
    fn a_new_request_id_reaches_the_route() {
        let address = start(serve_request_ids);
        assert_eq!(send(address, "GET", "/id", "*/*").content, "new");
        let sent = request(address, "GET", "/id", &[("X-Request-Id", "7")], "");
        assert_eq!(sent.content, "7");
    }

    #[test]
    fn the_response_to_the_error_of_a_middleware_is_kept() {
        for (address, added) in [(start(serve), ""), (start(serve_inside_two), r#","outer":true"#)]
        {
            let sent = send(address, "GET", "/early", "*/*");
            let expected =
                format!(r#"{{"title":"Forbidden","status":403,"detail":"we are closed"{added}}}"#);
            assert_eq!(sent.content, expected);
            assert_eq!(sent.one("vary"), "Accept");
            for accept in ["*/*", "text/html", "text/plain"] {
                let sent = send(address, "GET", "/early-response", accept);
                assert_eq!(sent.line, "HTTP/1.1 409 Mine", "{sent:?}");
                assert_eq!((sent.one("x-own"), &*sent.content), ("1", "\"my own body\""));
                let sent = send(address, "GET", "/early-passed", accept);
                assert_eq!((&*sent.line, &*sent.content), ("HTTP/1.1 409 Mine", ""), "{sent:?}");
                let sent = send(address, "GET", "/early-bare", accept);
                assert_eq!((&*sent.line, sent.one("location")), ("HTTP/1.1 302 Found", "/"));
            }
            let sent = send(address, "GET", "/early-nothing", "text/plain");
            assert_eq!((sent.one("x-own"), &*sent.content), ("1", "409 Conflict\n"), "{sent:?}");
            let sent = send(address, "GET", "/early-stream", "*/*");
            assert!(sent.content.contains("streamed"), "{sent:?}");
            let sent = send(address, "GET", "/early", "text/plain");
            assert_eq!(sent.content, "403 Forbidden\nwe are closed\n", "{sent:?}");
        }
    }

    #[test]
    fn actix_web() {
        let address = start(serve);
        // Streamed content is never the framework's own.
        let sent = send(address, "GET", "/stream", "*/*");
        assert!(sent.all("vary").is_empty(), "{sent:?}");
        assert!(sent.content.contains("payload reached size limit"), "{sent:?}");
        let sent = send(address, "GET", "/own", "*/*");
        assert_eq!(sent.content, "payload reached SIZE limit", "{sent:?}");
        // The error of a middleware inside the layer is not a response yet.
        let sent = send(address, "GET", "/early", "text/plain");
        assert_eq!(sent.content, "403 Forbidden\nwe are closed\n", "{sent:?}");
        let sent = send(address, "GET", "/early-own", "text/html");
        assert_eq!(sent.content, "short and stout", "{sent:?}");
        assert!(sent.all("vary").is_empty(), "{sent:?}");
        assert!(KEPT.iter().all(|kept| kept.load(Ordering::SeqCst)), "{KEPT:?}");
        check_pass_through(address);
    }
}

mod poem {
    use std::io;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use http_body_util::combinators::BoxBody;
    use http_body_util::{BodyExt, Empty};
    use poem::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
    use poem::listener::TcpAcceptor;
    use poem::{Body, Endpoint, EndpointExt, Request, Response, Route, Server, get, handler};
    use tokio::io::{AsyncRead, ReadBuf};

    use super::{
        Endless, PassThrough, ProblemLayer, Sender, SocketAddr, check_endless, check_pass_through,
        run, send, start,
    };

    /// poem's own text, but streamed, so that its length is unknown.
    #[handler]
    fn stream() -> Response {
        let content = Body::from_async_read(&b"not found"[..]);
        let response = Response::builder().status(StatusCode::NOT_FOUND);
        response.content_type("text/plain; charset=utf-8").body(content)
    }

    /// As long as poem's own text, but written by the application.
    #[handler]
    fn own() -> Response {
        let response = Response::builder().status(StatusCode::NOT_FOUND);
        response.content_type("text/plain; charset=utf-8").body("not there")
    }

    #[handler]
    fn passed() -> Response {
        let mut response = Response::builder().status(StatusCode::NOT_FOUND).finish();
        response.extensions_mut().insert(PassThrough);
        response
    }

    const SUM: HeaderName = HeaderName::from_static("x-sum");

    /// A stream that yields one chunk and fails after the server has sent it.
    struct Broken {
        chunk: &'static str,
        sent: bool,
    }

    impl Broken {
        fn body(chunk: &'static str) -> Body {
            Body::from_async_read(Self { chunk, sent: false })
        }
    }

    impl AsyncRead for Broken {
        fn poll_read(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            let chunk = std::mem::take(&mut self.chunk);
            if !chunk.is_empty() {
                buffer.put_slice(chunk.as_bytes());
                return Poll::Ready(Ok(()));
            }
            // The server sends what it has when there is nothing more to read.
            if !std::mem::replace(&mut self.sent, true) {
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            Poll::Ready(Err(io::Error::other("the backend is gone")))
        }
    }

    #[handler]
    fn endless() -> Response {
        Response::builder().status(StatusCode::BAD_GATEWAY).body(Body::from_async_read(Endless))
    }

    #[handler]
    fn broken() -> Response {
        Response::builder().status(StatusCode::BAD_GATEWAY).body(Broken::body("partial"))
    }

    /// The type and the declared length of poem's own text.
    #[handler]
    fn broken_text() -> Response {
        let response = Response::builder().status(StatusCode::NOT_FOUND);
        response
            .content_type("text/plain; charset=utf-8")
            .header("content-length", "not found".len())
            .body(Broken::body("not"))
    }

    /// Content of no bytes that is not at its end.
    #[handler]
    fn only_trailers() -> Response {
        let sums = HeaderMap::from_iter([(SUM, HeaderValue::from_static("7"))]);
        let content = Empty::new().map_err(|never| match never {});
        let content = BoxBody::new(content.with_trailers(async { Some(Ok(sums)) }));
        let response = Response::builder().status(StatusCode::BAD_GATEWAY);
        response.content_type("text/plain").body(Body::from(content))
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let streams = || {
            Route::new()
                .at("/endless", get(endless))
                .at("/broken", get(broken))
                .at("/broken-text", get(broken_text))
        };
        let route = streams()
            .at("/own", get(own))
            .at("/passed", get(passed))
            .at("/stream", get(stream))
            .with(ProblemLayer::new());
        let only_problems = streams().with(ProblemLayer::new().only_problems());
        let route = Route::new().nest("/", route).nest("/only-problems", only_problems);
        run(tell, |listener| async {
            let server = Server::new_with_acceptor(TcpAcceptor::from_tokio(listener).unwrap());
            server.run(route).await.unwrap();
        });
    }

    #[test]
    fn poem() {
        let address = start(serve);
        let sent = send(address, "GET", "/stream", "*/*");
        assert!(sent.all("vary").is_empty(), "{sent:?}");
        assert!(sent.content.contains("not found"), "{sent:?}");
        assert_eq!(send(address, "GET", "/own", "*/*").content, "not there");
        check_pass_through(address);
    }

    /// The layer does not wait for a handler's stream, and does not replace it if it fails.
    #[test]
    fn poem_passes_streams_on() {
        let address = start(serve);
        for base in ["", "/only-problems"] {
            let sent = send(address, "GET", &format!("{base}/broken"), "*/*");
            assert_eq!(sent.line, "HTTP/1.1 502 Bad Gateway", "{sent:?}");
            assert!(sent.content.contains("partial"), "{sent:?}");
            let sent = send(address, "GET", &format!("{base}/broken-text"), "*/*");
            assert_eq!(sent.content, "not", "{sent:?}");

            check_endless(address, &format!("{base}/endless"));
        }
    }

    /// As gRPC and checksums have them.
    #[tokio::test]
    async fn poem_keeps_trailers() {
        let endpoint = get(only_trailers).with(ProblemLayer::new().shape_text());
        let response = endpoint.get_response(Request::default()).await;
        let content = BoxBody::from(response.into_body()).collect().await.unwrap();
        assert_eq!(content.trailers().unwrap()[SUM], "7");
    }
}

mod rocket {
    use rocket::fairing::AdHoc;
    use rocket::http::Status;
    use rocket::response::{Responder, Result};
    use rocket::{Build, Config, Request, Response, Rocket, catch, catchers};

    use super::{
        Closed, PassThrough, ProblemLayer, Sender, SocketAddr, check_endless, check_pass_through,
        send, start,
    };

    #[rocket::get("/closed")]
    fn closed() -> Closed {
        Closed
    }

    struct Passed;

    impl<'r> Responder<'r, 'static> for Passed {
        fn respond_to(self, request: &'r Request<'_>) -> Result<'static> {
            request.local_cache(|| Some(PassThrough));
            (Status::NotFound, "not for us").respond_to(request)
        }
    }

    #[rocket::get("/passed")]
    fn passed() -> Passed {
        Passed
    }

    struct Endless;

    impl<'r> Responder<'r, 'static> for Endless {
        fn respond_to(self, _: &'r Request<'_>) -> Result<'static> {
            Response::build().status(Status::BadGateway).streamed_body(super::Endless).ok()
        }
    }

    #[rocket::get("/<code>/text")]
    fn text(code: u16) -> (Status, &'static str) {
        (Status::new(code), "written by the route")
    }

    #[rocket::get("/endless")]
    fn endless() -> Endless {
        Endless
    }

    #[rocket::get("/teapot")]
    fn teapot() -> Status {
        Status::ImATeapot
    }

    #[catch(default)]
    fn own() -> &'static str {
        "written by the application"
    }

    #[catch(404)]
    fn not_found() -> &'static str {
        "no such page"
    }

    fn serve(tell: &Sender<SocketAddr>) {
        launch(tell, |rocket| {
            rocket
                .attach(ProblemLayer::new().shape_text())
                .register("/", catchers![own])
                .mount("/", rocket::routes![closed, passed, text, endless])
        });
    }

    fn serve_with_other_catchers(tell: &Sender<SocketAddr>) {
        launch(tell, |rocket| {
            rocket
                .attach(ProblemLayer::new())
                .register("/", catchers![not_found])
                .register("/shop", catchers![own])
                .mount("/", rocket::routes![teapot])
        });
    }

    fn launch(tell: &Sender<SocketAddr>, build: fn(Rocket<Build>) -> Rocket<Build>) {
        let config =
            Config { port: 0, log_level: rocket::config::LogLevel::Off, ..Config::default() };
        let tell = tell.clone();
        let tell = AdHoc::on_liftoff("tell", move |rocket| {
            let config = rocket.config();
            tell.send((config.address, config.port).into()).unwrap();
            Box::pin(async {})
        });
        let rocket = build(rocket::custom(config).attach(tell));
        rocket::execute(rocket.launch()).unwrap();
    }

    #[test]
    fn the_catchers_of_a_code_and_of_a_path_stay_beside_that_of_the_layer() {
        let address = start(serve_with_other_catchers);
        let sent = send(address, "GET", "/nowhere", "*/*");
        assert_eq!(sent.content, "no such page");
        let sent = send(address, "GET", "/shop/nowhere", "*/*");
        assert_eq!(sent.content, "written by the application");
        let sent = send(address, "GET", "/teapot", "*/*");
        assert!(sent.content.contains("\"status\":418"), "{sent:?}");
    }

    /// With two default catchers, rocket would not start.
    #[test]
    fn rocket() {
        let address = start(serve);
        let sent = send(address, "GET", "/nowhere", "*/*");
        assert!(sent.content.ends_with(r#""detail":"written by the application"}"#), "{sent:?}");
        check_pass_through(address);
        for (code, is_problem) in [(399, false), (400, true), (418, true)] {
            let sent = send(address, "GET", &format!("/{code}/text"), "*/*");
            assert!(sent.line.starts_with(&format!("HTTP/1.1 {code}")), "{sent:?}");
            assert_eq!(sent.content != "written by the route", is_problem, "{sent:?}");
        }
        let sent = send(address, "GET", "/closed", "text/plain");
        assert_eq!(sent.content, "403 Forbidden\nwe are closed\n");
        check_endless(address, "/endless");
    }
}

mod salvo {
    use salvo_core::catcher::Catcher;
    use salvo_core::conn::tcp::TcpAcceptor;
    use salvo_core::http::{StatusCode, StatusError};
    use salvo_core::{
        Depot, FlowCtrl, Request, Response, Router, Server, Service, Writer as _, handler,
    };
    use status_core::problem::Body;
    use status_core::{ClientError, Success};

    use super::{
        Closed, PassThrough, ProblemLayer, Sender, SocketAddr, check_pass_through, run, send, start,
    };

    #[handler]
    async fn own() -> Result<(), StatusError> {
        Err(StatusError::not_found().brief("gone fishing"))
    }

    /// The error replaces the content that was already written. Other header fields stay.
    #[handler]
    async fn over(response: &mut Response) -> Result<(), Closed> {
        response.status_code(StatusCode::CREATED);
        response.headers.insert("content-type", "text/csv".parse().unwrap());
        response.headers.insert("content-encoding", "gzip".parse().unwrap());
        response.headers.insert("content-length", "1234".parse().unwrap());
        response.headers.insert("set-cookie", "a=b".parse().unwrap());
        let _ = response.write_body("a,b");
        Err(Closed)
    }

    /// It fails before the handler is called.
    #[handler]
    async fn guard() -> Result<(), Closed> {
        Err(Closed)
    }

    /// The second error replaces the first, with its details.
    #[handler]
    async fn twice(
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
    ) -> Result<(), ClientError> {
        Closed.write(request, depot, response).await;
        Err(ClientError::Forbidden)
    }

    #[handler]
    async fn passed(response: &mut Response) {
        response.status_code(StatusCode::NOT_FOUND);
        response.extensions.insert(PassThrough);
    }

    #[handler]
    async fn nothing(response: &mut Response) -> Success {
        response.headers.insert("content-length", "1234".parse().unwrap());
        Success::Accepted
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let router = Router::new()
            .push(Router::with_path("nothing").get(nothing).head(nothing))
            .push(Router::with_path("own").get(own))
            .push(Router::with_path("passed").get(passed))
            .push(Router::with_path("over").get(over).head(over))
            .push(Router::with_path("twice").get(twice))
            .push(Router::with_path("guarded").hoop(guard).get(own));
        let service = Service::new(router).hoop(ProblemLayer::new());
        run(tell, |listener| async {
            Server::new(TcpAcceptor::try_from(listener).unwrap()).serve(service).await;
        });
    }

    /// It writes an error after the inner layer is done.
    #[handler]
    async fn between(
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        next: &mut FlowCtrl,
    ) {
        next.call_next(request, depot, response).await;
        if request.uri().path() == "/between" {
            Closed.write(request, depot, response).await;
        }
    }

    /// It writes an error after all layers are done.
    #[handler]
    async fn catch(
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        next: &mut FlowCtrl,
    ) {
        if request.uri().path() == "/own" {
            next.skip_rest();
            Closed.write(request, depot, response).await;
        }
    }

    fn serve_inside_two(tell: &Sender<SocketAddr>) {
        let inner = ProblemLayer::new().body(|_| Body::json("of the inner layer"));
        let outer = ProblemLayer::new().enrich(|_, problem| problem.insert("outer", &true));
        let router = Router::new().push(Router::with_path("own").get(own));
        let service = Service::new(router).hoop(outer).hoop(between).hoop(inner);
        let service = service.catcher(Catcher::default().hoop(catch));
        run(tell, |listener| async {
            Server::new(TcpAcceptor::try_from(listener).unwrap()).serve(service).await;
        });
    }

    #[test]
    fn an_error_that_is_written_outside_of_the_inner_layer_is_that_of_the_outer_one() {
        let address = start(serve_inside_two);
        assert_eq!(send(address, "GET", "/nowhere", "*/*").content, "\"of the inner layer\"");
        let expected =
            r#"{"title":"Forbidden","status":403,"detail":"we are closed","outer":true}"#;
        for path in ["/between", "/own"] {
            let sent = send(address, "GET", path, "*/*");
            assert_eq!(sent.content, expected, "{path}");
            let sent = send(address, "GET", path, "text/plain");
            assert_eq!(sent.content, "403 Forbidden\nwe are closed\n", "{path}");
        }
    }

    #[test]
    fn salvo() {
        let address = start(serve);
        let sent = send(address, "GET", "/own", "text/html");
        assert!(sent.content.contains("gone fishing"), "{sent:?}");
        for method in ["GET", "HEAD"] {
            let sent = send(address, method, "/nothing", "*/*");
            assert_ne!(sent.all("content-length"), ["1234"], "{sent:?}");
        }
        check_pass_through(address);
        let sent = send(address, "GET", "/guarded", "text/plain");
        assert_eq!(sent.content, "403 Forbidden\nwe are closed\n");
        assert_eq!(send(address, "GET", "/twice", "text/plain").content, "403 Forbidden\n");
        for method in ["GET", "HEAD"] {
            let sent = send(address, method, "/over", "text/plain");
            assert_eq!(sent.line, "HTTP/1.1 403 Forbidden");
            assert_eq!(sent.one("content-type"), "text/plain; charset=utf-8");
            assert_eq!(sent.one("content-length"), "28", "{sent:?}");
            assert!(sent.all("content-encoding").is_empty());
            assert_eq!(sent.one("set-cookie"), "a=b");
        }
    }
}

mod warp {
    use hyper_util::rt::TokioIo;
    use hyper_util::service::TowerToHyperService;
    use tower::Layer as _;
    use warp::{Filter, path};

    use super::{Closed, ProblemLayer, Sender, SocketAddr, run, send, start};

    fn serve(tell: &Sender<SocketAddr>) {
        let filter = path!("closed").map(|| Closed);
        let service = ProblemLayer::new().layer(warp::service(filter));
        run(tell, |listener| async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let connection = hyper::server::conn::http1::Builder::new();
                let service = TowerToHyperService::new(service.clone());
                let _ = connection.serve_connection(TokioIo::new(stream), service).await;
            }
        });
    }

    #[test]
    fn warp() {
        let address = start(serve);
        let sent = send(address, "GET", "/closed", "text/plain");
        assert_eq!(sent.content, "403 Forbidden\nwe are closed\n");
    }
}
