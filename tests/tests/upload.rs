//! The rejections of axum's `Multipart` and `WebSocketUpgrade`.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{DefaultBodyLimit, Multipart, Request};
use axum::response::Response;
use axum::routing::{any, post};
use bytes::Bytes;
use http::{Method, Version};
use http_body::Frame;
use http_body_util::BodyExt as _;
use status_core::StatusTable;
use status_core::problem::{FieldErrors, Problem};
use status_core::rejection::Rejection;
use tower::ServiceExt as _;

async fn upload(parts: Result<Multipart, MultipartRejection>) -> Result<String, Problem> {
    let mut parts = parts?;
    let mut count = 0;
    while let Some(part) = parts.next_field().await? {
        count += part.bytes().await?.len();
    }
    Ok(count.to_string())
}

async fn socket(
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Problem> {
    Ok(upgrade?.on_upgrade(async |_| ()))
}

/// The response, and that of axum alone.
async fn ask(request: impl Fn() -> Request) -> (Response, Response) {
    let ours = Router::new().route("/upload", post(upload)).route("/socket", any(socket));
    let own = Router::new()
        .route(
            "/upload",
            post(async |mut parts: Multipart| -> Result<(), MultipartError> {
                while let Some(part) = parts.next_field().await? {
                    part.bytes().await?;
                }
                Ok(())
            }),
        )
        .route("/socket", any(async |_: WebSocketUpgrade| ()));
    let answer = async |router: Router| {
        router.layer(DefaultBodyLimit::max(256)).oneshot(request()).await.unwrap()
    };
    (answer(ours).await, answer(own).await)
}

async fn problem(response: Response) -> Problem {
    let content = response.into_body().collect().await.unwrap().to_bytes();
    Problem::from_json(&content).unwrap()
}

#[tokio::test]
async fn an_upload_that_cannot_be_read_is_a_problem_with_the_code_of_axum() {
    let form = "multipart/form-data; boundary=b";
    let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
    let large = format!("{part}{}\r\n--b--\r\n", "x".repeat(300));
    let cases = [
        ("multipart/form-data", String::new(), 400, "unreadable-content"),
        ("text/plain", String::new(), 400, "unreadable-content"),
        (form, part.to_owned(), 400, "unreadable-content"),
        (form, format!("{part}\r\n--b\r\nX: \u{1}\r\n\r\n"), 400, "unreadable-content"),
        (form, large, 413, "content-too-large"),
    ];
    for (content_type, content, code, slug) in cases {
        let request = || {
            let request = Request::post("/upload").header("Content-Type", content_type);
            request.body(Body::from(content.clone())).unwrap()
        };
        let (ours, own) = ask(request).await;
        assert_eq!((ours.status(), own.status().as_u16()), (own.status(), code), "{content}");
        let problem = problem(ours).await;
        assert_eq!(problem.title, status_core::Status::from_code(code).unwrap().reason());
        let status = Rejection::TABLE.iter().find(|status| status.slug() == slug).unwrap();
        assert_eq!(status.code(), code);
    }
}

/// The server lost the content.
struct Broken;

impl http_body::Body for Broken {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(Some(Err(io::Error::other("a secret"))))
    }
}

#[tokio::test]
async fn a_failure_that_axum_blames_on_the_server_is_not_explained() {
    let request = || {
        let request = Request::post("/upload");
        let request = request.header("Content-Type", "multipart/form-data; boundary=b");
        request.body(Body::new(Broken)).unwrap()
    };
    let (ours, own) = ask(request).await;
    assert_eq!((ours.status(), own.status().as_u16()), (own.status(), 500));
    assert_eq!(problem(ours).await.detail, None);
}

#[tokio::test]
async fn a_request_that_is_no_upgrade_is_a_problem_with_the_code_of_axum() {
    let fields = [
        ("Connection", "upgrade"),
        ("Upgrade", "websocket"),
        ("Sec-WebSocket-Version", "13"),
        ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ];
    for (at, (name, _)) in fields.iter().enumerate() {
        let request = || {
            let request = Request::get("/socket");
            let sent = fields.iter().enumerate().filter(|(other, _)| *other != at);
            let request =
                sent.fold(request, |request, (_, (name, value))| request.header(*name, *value));
            request.body(Body::empty()).unwrap()
        };
        let (ours, own) = ask(request).await;
        assert_eq!((ours.status(), own.status().as_u16()), (own.status(), 400), "{name}");
        let errors: FieldErrors = problem(ours).await.get("errors").unwrap();
        let pointers: Vec<_> = errors.iter().map(|error| error.pointer.as_deref()).collect();
        assert_eq!(pointers, [Some(&*name.to_ascii_lowercase())]);
    }

    let request = |method: Method| {
        let request = Request::builder().method(method).uri("/socket");
        let request = fields.iter().fold(request, |it, (name, value)| it.header(*name, *value));
        request.body(Body::empty()).unwrap()
    };
    let (ours, own) = ask(|| request(Method::POST)).await;
    assert_eq!((ours.status(), own.status().as_u16()), (own.status(), 405));
    assert_eq!(ours.headers()["allow"], "GET");
    // In HTTP/2, a WebSocket begins with a `CONNECT`.
    let http_2 = || {
        let mut request = request(Method::GET);
        *request.version_mut() = Version::HTTP_2;
        request
    };
    let (ours, own) = ask(http_2).await;
    assert_eq!((ours.status(), own.status().as_u16()), (own.status(), 405));
    assert_eq!(ours.headers()["allow"], "CONNECT");
    // Without a connection, there is nothing to upgrade.
    let (ours, own) = ask(|| request(Method::GET)).await;
    assert_eq!((ours.status(), own.status().as_u16()), (own.status(), 426));
    assert_eq!(ours.headers()["upgrade"], "websocket");
    assert_eq!(ours.headers()["connection"], "upgrade");
}

#[test]
fn the_tables_have_every_status() {
    let codes = |table: &'static status_core::Table| -> Vec<u16> {
        table.iter().map(status_core::Status::code).collect()
    };
    assert_eq!(codes(MultipartRejection::TABLE), [400]);
    assert_eq!(codes(MultipartError::TABLE), [400, 413, 500]);
    assert_eq!(codes(WebSocketUpgradeRejection::TABLE), [400, 405, 426]);
}
