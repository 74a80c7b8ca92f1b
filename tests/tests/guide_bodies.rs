//! The bodies of the guide's page, served over loopback and compared byte for byte.

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use status_core::represent::ProblemLayer;
use status_test_support::{Response, request};

macro_rules! example {
    ($name:ident, $path:literal) => {
        #[path = $path]
        mod $name;
    };
}

example!(code_and_message, "../../status-core/src/docs/bodies/code_and_message.rs");
example!(google, "../../status-core/src/docs/bodies/google.rs");
example!(json_api, "../../status-core/src/docs/bodies/json_api.rs");
example!(matrix, "../../status-core/src/docs/bodies/matrix.rs");
example!(oauth2, "../../status-core/src/docs/bodies/oauth2.rs");
example!(s3, "../../status-core/src/docs/bodies/s3.rs");

use code_and_message::OrderError;
use google::LibraryError;
use json_api::ArticleError;
use matrix::RoomError;
use oauth2::TokenError;
use s3::ObjectError;

/// What a browser asks for.
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// Serves one error, and returns what a program and what a browser gets.
fn serve<E: IntoResponse + 'static>(error: fn() -> E) -> [Response; 2] {
    let listener = std::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().route("/", get(move || async move { error() }));
    let router = router.layer(ProblemLayer::new());
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    ["*/*", BROWSER].map(|accept| request(address, "GET", "/", &[("Accept", accept)], ""))
}

/// Whether a browser gets a page.
#[derive(Clone, Copy, PartialEq)]
enum Browser {
    Page,
    Same,
}

#[track_caller]
fn check<E: IntoResponse + 'static>(
    error: fn() -> E,
    line: &str,
    fields: &[(&str, &str)],
    content: &str,
    browser: Browser,
) {
    let [program, page] = serve(error);
    assert_eq!(program.line, format!("HTTP/1.1 {line}"));
    for (name, value) in fields {
        assert_eq!(program.one(name), *value, "{program:?}");
    }
    assert_eq!(program.content, content);
    assert_eq!(page.line, program.line);
    match browser {
        Browser::Page => assert!(page.content.starts_with("<!doctype html>"), "{page:?}"),
        Browser::Same => assert_eq!(page.content, content),
    }
}

const JSON: (&str, &str) = ("content-type", "application/json");
const XML: (&str, &str) = ("content-type", "application/xml");

#[test]
fn a_code_and_a_message() {
    check(
        || OrderError::OrderNotFound(7),
        "404 Not Found",
        &[JSON],
        r#"{"code":"order_not_found","message":"no order has the number 7"}"#,
        Browser::Page,
    );
    check(
        || OrderError::PaymentFailed(std::io::Error::other("10.0.0.5 refused")),
        "502 Bad Gateway",
        &[JSON],
        r#"{"code":"payment_failed","message":"Bad Gateway"}"#,
        Browser::Page,
    );
}

#[test]
fn googles_error_model() {
    let json = [("content-type", "application/json; charset=UTF-8")];
    check(
        || LibraryError::BookNotFound { book: "shelves/1/books/2".to_owned() },
        "404 Not Found",
        &json,
        r#"{"error":{"code":404,"message":"book shelves/1/books/2 not found","status":"NOT_FOUND","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"BOOK_NOT_FOUND","domain":"library.example","metadata":{"book":"shelves/1/books/2"}}]}}"#,
        Browser::Page,
    );
    check(
        || LibraryError::Closed,
        "503 Service Unavailable",
        &json,
        r#"{"error":{"code":503,"message":"try again tomorrow","status":"UNAVAILABLE","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"CLOSED","domain":"library.example","metadata":{}}]}}"#,
        Browser::Page,
    );
}

#[test]
fn json_api() {
    let json = [("content-type", "application/vnd.api+json")];
    check(
        || ArticleError::InvalidAttribute { pointer: "/data/attributes/title" },
        "422 Unprocessable Content",
        &json,
        r#"{"errors":[{"status":"422","code":"invalid-attribute","title":"Invalid attribute","detail":"the title must not be empty","source":{"pointer":"/data/attributes/title"}}]}"#,
        Browser::Page,
    );
    check(
        || ArticleError::BeingEdited,
        "423 Locked",
        &json,
        r#"{"errors":[{"status":"423","code":"being-edited","title":"Locked"}]}"#,
        Browser::Page,
    );
}

#[test]
fn oauth_2() {
    let fields = [
        ("content-type", "application/json;charset=UTF-8"),
        ("cache-control", "no-store"),
        ("pragma", "no-cache"),
    ];
    check(
        || TokenError::InvalidRequest("grant_type"),
        "400 Bad Request",
        &fields,
        r#"{"error":"invalid_request","error_description":"missing parameter: grant_type"}"#,
        Browser::Same,
    );
    check(
        || TokenError::InvalidClient,
        "401 Unauthorized",
        &[fields[0], fields[1], fields[2], ("www-authenticate", "Basic realm=\"tokens\"")],
        r#"{"error":"invalid_client","error_description":"unknown client"}"#,
        Browser::Same,
    );
    check(
        || TokenError::InvalidGrant,
        "400 Bad Request",
        &fields,
        r#"{"error":"invalid_grant"}"#,
        Browser::Same,
    );
    check(
        || TokenError::UnsupportedGrantType,
        "400 Bad Request",
        &fields,
        r#"{"error":"unsupported_grant_type","error_description":"send an authorization code"}"#,
        Browser::Same,
    );
}

#[test]
fn matrix() {
    check(
        || RoomError::Forbidden,
        "403 Forbidden",
        &[JSON],
        r#"{"errcode":"M_FORBIDDEN","error":"you are not in the room"}"#,
        Browser::Same,
    );
    check(
        || RoomError::LimitExceeded { retry_after_ms: 2000, seconds: 2 },
        "429 Too Many Requests",
        &[JSON, ("retry-after", "2"), ("cache-control", "no-store")],
        r#"{"errcode":"M_LIMIT_EXCEEDED","error":"too many requests","retry_after_ms":2000}"#,
        Browser::Same,
    );
    check(
        || RoomError::Database,
        "500 Internal Server Error",
        &[JSON],
        r#"{"errcode":"M_UNKNOWN","error":"internal server error"}"#,
        Browser::Same,
    );
}

#[test]
fn s3() {
    check(
        || ObjectError::NoSuchKey { key: "a<b>&c".to_owned() },
        "404 Not Found",
        &[XML],
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>a&lt;b&gt;&amp;c</Key></Error>",
        Browser::Same,
    );
    check(
        || ObjectError::AccessDenied,
        "403 Forbidden",
        &[XML],
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
        Browser::Same,
    );
    check(
        || ObjectError::SlowDown,
        "503 Service Unavailable",
        &[XML, ("cache-control", "no-store")],
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>",
        Browser::Same,
    );
}
