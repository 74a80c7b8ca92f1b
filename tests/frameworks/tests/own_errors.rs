//! The error responses that each framework creates itself, from a real server: which of them the
//! layer turns into problems, and which it leaves alone because their text says more than the code.

#![cfg(all(
    feature = "actix_web",
    feature = "axum",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp",
))]

use std::net::SocketAddr;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use serde::Deserialize;
use status_core::Status;
use status_core::represent::ProblemLayer;
use status_test_support::{Connection, Response};

/// The content that a route expects, as JSON, a form or a query.
#[derive(Deserialize)]
struct Order {
    quantity: u32,
}

/// The largest content that a route accepts, in bytes.
const MAX: usize = 16;
const LARGE: &str = r#"{"quantity": 1, "item": "teapot"}"#;
const LARGE_FORM: &str = "quantity=1&item=teapot";
const JSON: &str = "Content-Type: application/json";
const FORM: &str = "Content-Type: application/x-www-form-urlencoded";
const MULTIPART: &str = "Content-Type: multipart/form-data; boundary=b";
const PART: &str =
    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nmore than a few bytes\r\n--b--\r\n";
const CHUNKED: &str = "Transfer-Encoding: chunked";
const CHUNKS: &str = "11\r\n0123456789abcdefg\r\n0\r\n\r\n";

enum Then {
    Problem,
    /// A response of the framework that contains this text.
    Kept(&'static str),
}
use Then::{Kept, Problem};

/// A request, the code of the response, and what the layer does.
type Case = (&'static str, &'static str, &'static str, &'static str, u16, Then);

fn send(address: SocketAddr, case: &Case, accept: &str) -> Response {
    let (method, path, field, content, ..) = case;
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\nAccept: {accept}\r\n"
    );
    if !field.is_empty() {
        head.extend([*field, "\r\n"]);
    }
    if !content.is_empty() && *field != CHUNKED {
        head.extend(["Content-Length: ", &content.len().to_string(), "\r\n"]);
    }
    let mut connection = Connection::open(address);
    connection.write(format!("{head}\r\n{content}"));
    let response = String::from_utf8(connection.read_to_end()).unwrap();
    let (head, content) = response.split_once("\r\n\r\n").unwrap_or((&*response, ""));
    Response::parse(head, content.to_owned())
}

fn check(serve: fn(&Sender<SocketAddr>), cases: &[Case]) {
    let (tell, address) = mpsc::channel();
    thread::spawn(move || serve(&tell));
    let address = address.recv_timeout(Duration::from_secs(30)).expect("the server listens");
    for case in cases {
        let (method, path, field, _, code, then) = case;
        let what = format!("{method} {path} {field}");
        let sent = send(address, case, "*/*");
        assert!(sent.line.starts_with(&format!("HTTP/1.1 {code} ")), "{what}: {sent:?}");
        assert!(!format!("{sent:?}").contains("secret"), "{what}: {sent:?}");
        match then {
            Problem => {
                assert_eq!(sent.all("vary"), ["Accept"], "{what}: {sent:?}");
                assert_eq!(sent.one("content-type"), "application/problem+json", "{what}");
                let reason = Status::from_code(*code).unwrap().reason();
                let json = format!(r#"{{"title":"{reason}","status":{code}}}"#);
                assert_eq!(sent.content, json, "{what}");
                let sent = send(address, case, "text/plain");
                assert_eq!(sent.content, format!("{code} {reason}\n"), "{what}");
            }
            Kept(text) => {
                assert!(sent.all("vary").is_empty(), "{what}: {sent:?}");
                assert!(sent.content.contains(text), "{what}: {sent:?}");
                assert!(!sent.content.contains(r#","status":"#), "{what}: {sent:?}");
            }
        }
    }
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
    use actix_web::rt::System;
    use actix_web::web::{
        Bytes, Form, FormConfig, Json, JsonConfig, Path, PayloadConfig, Query, get, post,
    };
    use actix_web::{App, HttpServer};

    use super::{
        Case, FORM, JSON, Kept, LARGE, LARGE_FORM, MAX, Order, Problem, ProblemLayer, Sender,
        SocketAddr, check,
    };

    const CASES: &[Case] = &[
        ("GET", "/nowhere", "", "", 404, Problem),
        ("POST", "/orders/1", "", "", 404, Problem),
        ("POST", "/resource", "", "", 405, Problem),
        ("GET", "/orders/first", "", "", 404, Kept("can not parse")),
        ("GET", "/query?quantity=x", "", "", 400, Kept("Query deserialize error")),
        ("POST", "/json", JSON, "{", 400, Kept("Json deserialize error")),
        ("POST", "/json", "", "{}", 400, Kept("Content type error")),
        ("POST", "/json", JSON, LARGE, 413, Kept("is larger than allowed (limit: 16 bytes)")),
        ("POST", "/form", FORM, LARGE_FORM, 413, Kept("than allowed (limit: 16 bytes)")),
        ("POST", "/bytes", "", LARGE, 413, Problem),
        ("POST", "/text", "", LARGE, 413, Problem),
    ];

    fn serve(tell: &Sender<SocketAddr>) {
        let app = || {
            App::new()
                .app_data(PayloadConfig::new(MAX))
                .app_data(JsonConfig::default().limit(MAX))
                .app_data(FormConfig::default().limit(MAX))
                .wrap(ProblemLayer::new())
                .route("/orders/{id}", get().to(async |id: Path<u64>| id.to_string()))
                .service(
                    actix_web::web::resource("/resource").route(get().to(async || "a resource")),
                )
                .route("/query", get().to(async |order: Query<Order>| order.quantity.to_string()))
                .route("/json", post().to(async |order: Json<Order>| order.quantity.to_string()))
                .route("/form", post().to(async |order: Form<Order>| order.quantity.to_string()))
                .route("/bytes", post().to(async |content: Bytes| content))
                .route("/text", post().to(async |content: String| content))
        };
        System::new().block_on(async {
            let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
            tell.send(server.addrs()[0]).unwrap();
            server.run().await.unwrap();
        });
    }

    #[test]
    fn actix_web() {
        check(serve, CASES);
    }
}

mod axum {
    use axum::extract::multipart::MultipartError;
    use axum::extract::{DefaultBodyLimit, Multipart, Path, Query};
    use axum::http::StatusCode;
    use axum::routing::{get, post};
    use axum::{Form, Json, Router};
    use tower_http::catch_panic::CatchPanicLayer;
    use tower_http::limit::RequestBodyLimitLayer;
    use tower_http::timeout::TimeoutLayer;

    use super::{
        CHUNKED, CHUNKS, Case, Duration, FORM, JSON, Kept, LARGE, LARGE_FORM, MAX, MULTIPART,
        Order, PART, Problem, ProblemLayer, Sender, SocketAddr, check, run,
    };

    const CASES: &[Case] = &[
        ("GET", "/nowhere", "", "", 404, Problem),
        ("POST", "/orders/1", "", "", 405, Problem),
        ("GET", "/orders/first", "", "", 400, Kept("Cannot parse `first` to a `u64`")),
        ("GET", "/query?quantity=x", "", "", 400, Kept("Failed to deserialize query string")),
        ("POST", "/json", JSON, "{", 400, Kept("Failed to parse the request body as JSON")),
        ("POST", "/json", "", "{}", 415, Kept("Expected request with `Content-Type")),
        ("POST", "/json", JSON, "{}", 422, Kept("missing field `quantity`")),
        ("POST", "/text", CHUNKED, "1\r\n\u{1}\r\n0\r\n\r\n", 200, Kept("\u{1}")),
        ("POST", "/json", JSON, LARGE, 413, Problem),
        ("POST", "/form", FORM, LARGE_FORM, 413, Problem),
        ("POST", "/text", "", LARGE, 413, Problem),
        ("POST", "/text", CHUNKED, CHUNKS, 413, Problem),
        ("POST", "/multipart", MULTIPART, PART, 413, Problem),
        ("POST", "/limited", "", LARGE, 413, Problem),
        ("POST", "/limited", CHUNKED, CHUNKS, 413, Problem),
        ("GET", "/panics", "", "", 500, Problem),
        ("GET", "/slow", "", "", 504, Problem),
    ];

    async fn multipart(mut multipart: Multipart) -> Result<(), MultipartError> {
        while let Some(field) = multipart.next_field().await? {
            field.bytes().await?;
        }
        Ok(())
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let timeout = TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::ZERO);
        let limited = Router::new()
            .route("/limited", post(async |content: String| content))
            .layer(DefaultBodyLimit::disable())
            .layer(RequestBodyLimitLayer::new(MAX));
        let router = Router::new()
            .route("/orders/{id}", get(async |Path(id): Path<u64>| id.to_string()))
            .route("/query", get(async |Query(order): Query<Order>| order.quantity.to_string()))
            .route("/json", post(async |Json(order): Json<Order>| order.quantity.to_string()))
            .route("/form", post(async |Form(order): Form<Order>| order.quantity.to_string()))
            .route("/text", post(async |content: String| content))
            .route("/multipart", post(multipart))
            .layer(DefaultBodyLimit::max(MAX))
            .merge(limited)
            .route("/panics", get(async || -> () { panic!("a secret") }))
            .layer(CatchPanicLayer::new())
            .route("/slow", get(std::future::pending::<()>).layer(timeout))
            .layer(ProblemLayer::new());
        run(tell, |listener| async { axum::serve(listener, router).await.unwrap() });
    }

    #[test]
    fn axum() {
        check(serve, CASES);
    }
}

mod poem {
    use poem::listener::TcpAcceptor;
    use poem::middleware::{CatchPanic, SizeLimit};
    use poem::web::{Form, Json, Path, Query};
    use poem::{EndpointExt, Route, Server, get, handler, post};

    use super::{
        Case, FORM, JSON, Kept, LARGE, MAX, Order, Problem, ProblemLayer, Sender, SocketAddr,
        check, run,
    };

    const CASES: &[Case] = &[
        ("GET", "/nowhere", "", "", 404, Problem),
        ("POST", "/orders/1", "", "", 405, Problem),
        ("GET", "/orders/first", "", "", 400, Kept("invalid path params")),
        ("GET", "/query?quantity=x", "", "", 400, Kept("invalid digit")),
        ("POST", "/json", JSON, "{", 400, Kept("parse error")),
        ("POST", "/json", "", "{}", 415, Kept("expect content type `application/json`")),
        ("POST", "/form", FORM, "x", 400, Kept("missing field `quantity`")),
        ("POST", "/limited", "", LARGE, 413, Problem),
        ("POST", "/limited", "", "", 411, Problem),
        ("POST", "/read", "", LARGE, 413, Problem),
        ("GET", "/panics", "", "", 500, Problem),
    ];

    #[handler]
    fn number(Path(id): Path<u64>) -> String {
        id.to_string()
    }

    #[handler]
    fn query(Query(order): Query<Order>) -> String {
        order.quantity.to_string()
    }

    #[handler]
    fn json(Json(order): Json<Order>) -> String {
        order.quantity.to_string()
    }

    #[handler]
    fn form(Form(order): Form<Order>) -> String {
        order.quantity.to_string()
    }

    #[handler]
    fn text(content: String) -> String {
        content
    }

    #[handler]
    async fn read(content: poem::Body) -> poem::Result<String> {
        Ok(String::from_utf8(content.into_bytes_limit(MAX).await?.into()).unwrap())
    }

    #[handler]
    fn panics() -> &'static str {
        panic!("a secret")
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let route = Route::new()
            .at("/orders/:id", get(number))
            .at("/query", get(query))
            .at("/json", post(json))
            .at("/form", post(form))
            .at("/limited", post(text).with(SizeLimit::new(MAX)))
            .at("/read", post(read))
            .at("/panics", get(panics).with(CatchPanic::new()))
            .with(ProblemLayer::new());
        run(tell, |listener| async {
            let server = Server::new_with_acceptor(TcpAcceptor::from_tokio(listener).unwrap());
            server.run(route).await.unwrap();
        });
    }

    #[test]
    fn poem() {
        check(serve, CASES);
    }
}

mod rocket {
    use rocket::data::Limits;
    use rocket::fairing::AdHoc;
    use rocket::form::{Form, FromForm};
    use rocket::request::{FromRequest, Outcome};
    use rocket::serde::json::Json;
    use rocket::{Config, Request, get, post, routes};

    use super::{
        Case, FORM, JSON, LARGE, LARGE_FORM, MAX, Order, Problem, ProblemLayer, Sender, SocketAddr,
        check,
    };

    /// A catcher sees no text, so all of them become problems.
    const CASES: &[Case] = &[
        ("GET", "/nowhere", "", "", 404, Problem),
        ("POST", "/orders/1", "", "", 404, Problem),
        ("GET", "/orders/first", "", "", 422, Problem),
        ("GET", "/query?quantity=x", "", "", 422, Problem),
        ("POST", "/json", JSON, "{", 400, Problem),
        ("POST", "/json", JSON, "{}", 422, Problem),
        ("POST", "/json", JSON, LARGE, 413, Problem),
        ("POST", "/form", FORM, "quantity=x", 422, Problem),
        ("POST", "/form", FORM, LARGE_FORM, 413, Problem),
        ("POST", "/form", "Content-Type: text/plain", "x", 415, Problem),
        ("POST", "/text", "", LARGE, 400, Problem),
        ("GET", "/guarded", "", "", 403, Problem),
        ("GET", "/panics", "", "", 500, Problem),
    ];

    #[derive(FromForm)]
    struct OrderForm {
        quantity: u32,
    }

    /// It fails with a code alone.
    struct Guard;

    #[rocket::async_trait]
    impl<'r> FromRequest<'r> for Guard {
        type Error = ();

        async fn from_request(_: &'r Request<'_>) -> Outcome<Self, ()> {
            Outcome::Error((rocket::http::Status::Forbidden, ()))
        }
    }

    #[get("/orders/<id>")]
    fn order(id: u64) -> String {
        id.to_string()
    }

    #[get("/query?<quantity>")]
    fn query(quantity: u32) -> String {
        quantity.to_string()
    }

    #[post("/json", data = "<order>")]
    fn json(order: Json<Order>) -> String {
        order.into_inner().quantity.to_string()
    }

    #[post("/form", data = "<order>")]
    fn form(order: Form<OrderForm>) -> String {
        order.into_inner().quantity.to_string()
    }

    #[post("/text", data = "<content>")]
    fn text(content: String) -> String {
        content
    }

    #[get("/guarded")]
    fn guarded(_guard: Guard) {}

    #[get("/panics")]
    fn panics() {
        panic!("a secret")
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let limits = ["string", "json", "form", "data-form"];
        let limits = limits
            .into_iter()
            .fold(Limits::default(), |limits, name| limits.limit(name, (MAX as u64).into()));
        let config = Config {
            port: 0,
            limits,
            log_level: rocket::config::LogLevel::Off,
            ..Config::default()
        };
        let tell = tell.clone();
        let tell = AdHoc::on_liftoff("tell", move |rocket| {
            let config = rocket.config();
            tell.send((config.address, config.port).into()).unwrap();
            Box::pin(async {})
        });
        let routes = routes![order, query, json, form, text, guarded, panics];
        let rocket = rocket::custom(config).attach(ProblemLayer::new()).attach(tell);
        rocket::execute(rocket.mount("/", routes).launch()).unwrap();
    }

    #[test]
    fn rocket() {
        check(serve, CASES);
    }
}

mod salvo {
    use salvo_core::conn::tcp::TcpAcceptor;
    use salvo_core::http::ParseError;
    use salvo_core::http::request::SecureMaxSize;
    use salvo_core::{Request, Router, Server, Service, handler};

    use super::{
        Case, JSON, Kept, LARGE, MAX, Order, Problem, ProblemLayer, Sender, SocketAddr, check, run,
    };

    /// Its `StatusError` has a description, so the layer leaves it to salvo's catcher.
    const CASES: &[Case] = &[
        ("GET", "/nowhere", "", "", 404, Problem),
        ("POST", "/orders/1", "", "", 405, Problem),
        ("GET", "/orders/first", "", "", 400, Kept("parse http data failed")),
        ("POST", "/json", JSON, "{", 400, Kept("parse http data failed")),
        ("POST", "/json", JSON, LARGE, 413, Kept("larger than")),
    ];

    #[handler]
    async fn order(request: &mut Request) -> Result<String, ParseError> {
        let id: u64 = request.try_param("id")?;
        Ok(id.to_string())
    }

    #[handler]
    async fn json(request: &mut Request) -> Result<String, ParseError> {
        Ok(request.parse_json::<Order>().await?.quantity.to_string())
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let router = Router::new()
            .hoop(SecureMaxSize(MAX))
            .push(Router::with_path("orders/{id}").get(order))
            .push(Router::with_path("json").post(json));
        let service = Service::new(router).hoop(ProblemLayer::new());
        run(tell, |listener| async {
            Server::new(TcpAcceptor::try_from(listener).unwrap()).serve(service).await;
        });
    }

    #[test]
    fn salvo() {
        check(serve, CASES);
    }
}

mod warp {
    use hyper_util::rt::TokioIo;
    use hyper_util::service::TowerToHyperService;
    use tower::Layer as _;
    use warp::reject::{self, Reject};
    use warp::{Filter, Rejection, body, path};

    use super::{
        Case, JSON, Kept, LARGE, MAX, Order, Problem, ProblemLayer, Sender, SocketAddr, check, run,
    };

    const CASES: &[Case] = &[
        ("GET", "/nowhere", "", "", 404, Problem),
        ("GET", "/orders/first", "", "", 404, Problem),
        ("PUT", "/json", "", "", 405, Problem),
        ("GET", "/query?quantity=x", "", "", 400, Kept("Invalid query string")),
        ("POST", "/json", JSON, "{", 400, Kept("Request body deserialize error")),
        ("POST", "/json", "Content-Type: text/csv", "{}", 415, Problem),
        ("POST", "/json", JSON, LARGE, 413, Problem),
        ("POST", "/json", JSON, "", 411, Problem),
        ("GET", "/header", "", "", 400, Kept("Missing request header \"x-id\"")),
        // Its text has the `Debug` of the rejection.
        ("GET", "/custom", "", "", 500, Problem),
    ];

    #[derive(Debug)]
    #[expect(dead_code, reason = "only its `Debug` is read")]
    struct Custom(&'static str);

    impl Reject for Custom {}

    async fn custom() -> Result<String, Rejection> {
        Err(reject::custom(Custom("a secret")))
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let json = path!("json")
            .and(warp::post())
            .and(body::content_length_limit(MAX as u64))
            .and(body::json())
            .map(|order: Order| order.quantity.to_string());
        let query = path!("query")
            .and(warp::get())
            .and(warp::query())
            .map(|order: Order| order.quantity.to_string());
        let filter = json
            .or(query)
            .or(path!("orders" / u64).map(|id: u64| id.to_string()))
            .or(path!("header").and(warp::header("x-id")).map(|id: String| id))
            .or(path!("custom").and_then(custom));
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
        check(serve, CASES);
    }
}
