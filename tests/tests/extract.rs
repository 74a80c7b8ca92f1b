//! axum's extractors, from a real server: ours and axum's own, which must agree.

use std::error::Error as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc;
use std::thread;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::{
    FormRejection, JsonRejection, PathRejection, QueryRejection, RawFormRejection,
    RawPathParamsRejection, StringRejection,
};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::extract::{RawForm, RawPathParams};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use status_core::axum::{Form, Json, Path, Query};
use status_core::problem::{FieldErrors, Problem};
use status_core::rejection::{Rejection, from_json};
use status_core::{HttpStatus, StatusTable};
use status_test_support::{Response, request};

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Order {
    items: Vec<Item>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Item {
    quantity: u32,
    #[serde(default)]
    size: Size,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
enum Size {
    #[default]
    Small,
    Box {
        width: u8,
    },
}

#[derive(Debug, Deserialize, Serialize)]
struct Page {
    quantity: u32,
}

/// Everything that axum's own extractors reject.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum)]
enum OrderError {
    #[error(transparent)]
    #[status(transparent, unlisted)]
    Json(#[from] JsonRejection),
    #[error(transparent)]
    #[status(transparent)]
    Path(#[from] PathRejection),
    #[error(transparent)]
    #[status(transparent)]
    Query(#[from] QueryRejection),
    #[error(transparent)]
    #[status(transparent)]
    Form(#[from] FormRejection),
}

async fn json(Json(order): Json<Order>) -> Json<Order> {
    Json(order)
}

async fn own_json(
    order: Result<axum::Json<Order>, JsonRejection>,
) -> Result<axum::Json<Order>, OrderError> {
    Ok(order?)
}

async fn optional(order: Option<Json<Order>>) -> &'static str {
    order.map_or("nothing", |_| "an order")
}

async fn path(Path((shop, id)): Path<(String, u32)>) -> String {
    format!("{shop} {id}")
}

async fn own_path(
    path: Result<axum::extract::Path<(String, u32)>, PathRejection>,
) -> Result<String, OrderError> {
    let axum::extract::Path((shop, id)) = path?;
    Ok(format!("{shop} {id}"))
}

async fn query(Query(page): Query<Page>) -> String {
    page.quantity.to_string()
}

async fn own_query(
    page: Result<axum::extract::Query<Page>, QueryRejection>,
) -> Result<String, OrderError> {
    Ok(page?.quantity.to_string())
}

async fn form(Form(page): Form<Page>) -> Form<Page> {
    Form(page)
}

async fn own_form(page: Result<axum::Form<Page>, FormRejection>) -> Result<String, Problem> {
    Ok(page?.quantity.to_string())
}

async fn text(text: Result<String, StringRejection>) -> Result<String, Problem> {
    Ok(text?)
}

async fn raw_form(form: Result<RawForm, RawFormRejection>) -> Result<&'static str, Problem> {
    form?;
    Ok("a form")
}

async fn raw_path(
    path: Result<RawPathParams, RawPathParamsRejection>,
) -> Result<&'static str, Problem> {
    path?;
    Ok("a path")
}

/// With and without a parameter.
async fn maybe(path: Option<Path<u32>>) -> String {
    path.map_or("nothing".to_owned(), |Path(id)| id.to_string())
}

/// The type does not fit the route.
async fn misconfigured(Path(_): Path<(u8, u8, u8)>) {}

fn start() -> SocketAddr {
    let router = Router::new()
        .route("/json", post(json))
        .route("/own/json", post(own_json))
        .route("/optional", post(optional))
        .route("/path/{shop}/{id}", get(path))
        .route("/own/path/{shop}/{id}", get(own_path))
        .route("/misconfigured/{shop}", get(misconfigured))
        .route("/one/{id}", get(async |Path(id): Path<u32>| id.to_string()))
        .route("/query", get(query))
        .route("/own/query", get(own_query))
        .route("/form", get(form).post(form))
        .route("/own/form", get(own_form).post(own_form))
        .route("/text", post(text))
        .route("/raw/form", post(raw_form))
        .route("/raw/path/{id}", get(raw_path))
        .route("/maybe", get(maybe))
        .route("/maybe/{id}", get(maybe))
        .layer(DefaultBodyLimit::max(64));
    let (tell, address) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    address.recv().unwrap()
}

const JSON: (&str, &str) = ("Content-Type", "application/json");
const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

/// A method, path, header fields and content; the code; and the pointer and detail of each error.
type Case<'a> =
    (&'a str, &'a str, &'a [(&'a str, &'a str)], &'a str, u16, Vec<(Option<String>, String)>);

/// The code, and the pointer and detail of each error.
fn read(sent: &Response) -> (u16, Vec<(Option<String>, String)>) {
    assert_eq!(sent.one("content-type"), "application/problem+json", "{sent:?}");
    let problem = Problem::from_json(sent.content.as_bytes()).unwrap();
    let errors: FieldErrors = problem.get("errors").unwrap_or_default();
    let code = problem.status().code();
    assert!(sent.line.starts_with(&format!("HTTP/1.1 {code} ")), "{sent:?}");
    (code, errors.into_iter().map(|error| (error.pointer, error.detail)).collect())
}

#[test]
fn a_rejection_is_a_problem_and_agrees_with_axum() {
    let address = start();
    let one =
        |pointer: Option<&str>, detail: &str| vec![(pointer.map(str::to_owned), detail.to_owned())];
    let syntax = "EOF while parsing an object at line 1 column 1";
    let text = [("Content-Type", "text/plain")];
    let digit = "invalid digit found in string";
    let json = [JSON];
    let form = [FORM];
    let none: [(&str, &str); 0] = [];
    let cases: &[Case<'_>] = &[
        ("POST", "/json", &json, "{", 400, one(None, syntax)),
        ("POST", "/json", &json, "{}", 422, one(Some("#"), "missing field `items`")),
        (
            "POST",
            "/json",
            &json,
            r#"{"items":[{"quantity":1},{"quantity":"x"}]}"#,
            422,
            one(Some("#/items/1/quantity"), "invalid type: string \"x\", expected u32"),
        ),
        (
            "POST",
            "/json",
            &json,
            r#"{"items":[{"a/b c":1}]}"#,
            422,
            one(Some("#/items/0/a~1b%20c"), "unknown field `a/b c`, expected `quantity` or `size`"),
        ),
        ("POST", "/json", &text, "{}", 415, vec![]),
        ("POST", "/json", &none, "{}", 415, vec![]),
        ("POST", "/json", &json, &" ".repeat(65), 413, vec![]),
        ("GET", "/query?quantity=x", &none, "", 400, one(Some("quantity"), digit)),
        ("GET", "/query", &none, "", 400, one(None, "missing field `quantity`")),
        ("POST", "/form", &form, "quantity=x", 422, one(Some("quantity"), digit)),
        ("GET", "/form?quantity=x", &none, "", 400, one(Some("quantity"), digit)),
        ("POST", "/form", &text, "quantity=1", 415, vec![]),
        ("POST", "/form", &form, &"quantity=1".repeat(7), 413, vec![]),
    ];
    for (method, path, fields, content, code, errors) in cases {
        let what = format!("{method} {path} {content}");
        let sent = request(address, method, path, fields, content);
        assert_eq!(read(&sent), (*code, errors.clone()), "{what}");
        let own = request(address, method, &format!("/own{path}"), fields, content);
        assert_eq!(read(&own), (*code, errors.clone()), "{what}");
    }

    let cannot = "Cannot parse value at index 1 with value `x` to a `u32`";
    let sent = request(address, "GET", "/path/a/x", &[], "");
    assert_eq!(read(&sent), (400, one(Some("id"), cannot)));
    // axum's own rejection does not know the name.
    let sent = request(address, "GET", "/own/path/a/x", &[], "");
    assert_eq!(read(&sent), (400, one(None, cannot)));
    let sent = request(address, "GET", "/one/x", &[], "");
    assert_eq!(read(&sent), (400, one(Some("id"), "Cannot parse `x` to a `u32`")));
    let sent = request(address, "GET", "/one/%ff", &[], "");
    assert_eq!(read(&sent), (400, one(Some("id"), "Invalid UTF-8 in `id`")));
    let sent = request(address, "GET", "/misconfigured/a", &[], "");
    assert_eq!(read(&sent), (500, vec![]));
    assert!(!sent.content.contains("parameters"), "{sent:?}");

    assert_eq!(request(address, "POST", "/optional", &[], "").content, "nothing");
    let order = r#"{"items":[{"quantity":1}]}"#;
    assert_eq!(request(address, "POST", "/optional", &[JSON], order).content, "an order");
    assert_eq!(read(&request(address, "POST", "/optional", &[JSON], "{}")).0, 422);
    assert_eq!(read(&request(address, "POST", "/optional", &text, "{}")).0, 415);

    // A valid request has the response of axum's extractor.
    let sent = request(address, "POST", "/json", &[JSON], order);
    let own = request(address, "POST", "/own/json", &[JSON], order);
    assert_eq!(sent.line, "HTTP/1.1 200 OK");
    assert_eq!((sent.all("content-type"), &sent.content), (own.all("content-type"), &own.content));
    let sent = request(address, "POST", "/form", &[FORM], "quantity=1");
    assert_eq!((sent.one("content-type"), &*sent.content), (FORM.1, "quantity=1"));
    assert_eq!(request(address, "GET", "/path/a/7", &[], "").content, "a 7");
    assert_eq!(request(address, "GET", "/query?quantity=7", &[], "").content, "7");

    let sent = request(address, "POST", "/text", &[], &"x".repeat(65));
    assert_eq!(read(&sent).0, 413);
    let sent = request(address, "POST", "/raw/form", &[FORM], &"x".repeat(65));
    assert_eq!(read(&sent).0, 413);
    let sent = request(address, "POST", "/raw/form", &text, "quantity=1");
    assert_eq!(read(&sent).0, 415);
    assert_eq!(request(address, "POST", "/raw/form", &[FORM], "quantity=1").content, "a form");
    let sent = request(address, "GET", "/raw/path/%ff", &[], "");
    assert_eq!(read(&sent), (400, one(None, "Invalid UTF-8 in `id`")));
    assert_eq!(request(address, "GET", "/raw/path/7", &[], "").content, "a path");

    assert_eq!(request(address, "GET", "/maybe", &[], "").content, "nothing");
    assert_eq!(request(address, "GET", "/maybe/7", &[], "").content, "7");
    assert_eq!(read(&request(address, "GET", "/maybe/x", &[], "")).0, 400);
}

#[test]
fn a_pointer_leads_to_a_value_of_the_document() {
    let cases = [
        (r#"{"items":[{"quantity":1,"size":{"Box":{"width":"x"}}}]}"#, "#/items/0/size/Box/width"),
        (r#"{"items":[{"quantity":1,"size":{"Box":{}}}]}"#, "#/items/0/size/Box"),
        // serde names the variant, which is not a key here.
        (r#"{"items":[{"quantity":1,"size":"Box"}]}"#, "#/items/0/size"),
        (r#"{"items":[{"quantity":1,"size":"Bag"}]}"#, "#/items/0/size"),
        (r#"[[{"quantity":-1}]]"#, "#/0/0/quantity"),
    ];
    for (json, pointer) in cases {
        let rejection = from_json::<Order>(json.as_bytes()).unwrap_err();
        let errors: FieldErrors = Problem::from(rejection).get("errors").unwrap();
        let error = errors.iter().next().unwrap();
        assert_eq!(error.pointer.as_deref(), Some(pointer), "{json}");
        let document: Value = serde_json::from_str(json).unwrap();
        assert!(document.pointer(&pointer[1..]).is_some(), "{json}");

        // axum's own rejection does not have the document, so the pointer may end earlier.
        let own = axum::Json::<Order>::from_bytes(json.as_bytes()).unwrap_err();
        let errors: FieldErrors = Problem::from(own).get("errors").unwrap();
        let own = errors.iter().next().unwrap().pointer.clone().unwrap();
        assert!(document.pointer(&own[1..]).is_some(), "{json}: {own}");
        assert!(pointer.starts_with(&own), "{json}: {own}");
    }
}

#[tokio::test]
async fn text_that_is_not_utf_8_is_another_fault_than_content_that_cannot_be_read() {
    let request = Request::new(Body::from(&b"\xff"[..]));
    let rejection = String::from_request(request, &()).await.unwrap_err();
    assert_eq!(HttpStatus::status(&rejection).name(), "MalformedText");
}

/// What `WithRejection` of axum-extra requires of its second type.
#[test]
fn a_rejection_converts_into_what_with_rejection_takes() {
    fn convert<R: From<JsonRejection> + IntoResponse>() -> u16 {
        let rejection = axum::Json::<Order>::from_bytes(b"{}").unwrap_err();
        R::from(rejection).into_response().status().as_u16()
    }
    assert_eq!((convert::<Problem>(), convert::<OrderError>()), (422, 422));
    assert_eq!(convert::<Rejection>(), 422);
}

/// The codes are axum's, whatever serde finds.
#[test]
fn codes_are_those_of_axum() {
    let deep = "[".repeat(200) + &"]".repeat(200);
    let contents: [&[u8]; 6] = [
        b"",
        b"{\"items\":\"\xff\"}",
        b"{\"items\":[{\"quantity\":1e400}]}",
        b"{\"items\":[{\"quantity\":1,\"quantity\":1}]}",
        b"{\"items\":{}}",
        deep.as_bytes(),
    ];
    for content in contents {
        let ours = Json::<Order>::from_bytes(content).unwrap_err();
        let own = axum::Json::<Order>::from_bytes(content).unwrap_err();
        let what = content.escape_ascii();
        assert_eq!(ours.code(), own.status().as_u16(), "{what}");
        // axum has a method of the same name.
        assert_eq!(ours.status(), HttpStatus::status(&own), "{what}");
    }
    // axum stops at the first fault, which is not one of a document that is not JSON.
    assert_eq!(Json::<Order>::from_bytes(b"null x").unwrap_err().code(), 400);
    assert_eq!(axum::Json::<Order>::from_bytes(b"null x").unwrap_err().code(), 422);
}

#[test]
fn what_a_client_sent_is_repeated_only_in_part() {
    let json = format!(r#"{{"items":[{{"quantity":"{}"}}]}}"#, "é".repeat(10_000));
    let rejection = from_json::<Order>(json.as_bytes()).unwrap_err();
    let problem = Problem::from(rejection);
    assert!(problem.json().len() < 4096, "{problem}");
    assert!(problem.detail.as_ref().unwrap().ends_with('…'), "{problem}");
    let own = axum::Json::<Order>::from_bytes(json.as_bytes()).unwrap_err();
    let problem = Problem::from(own);
    assert_eq!(problem.detail.as_deref(), Some("unexpected JSON"));
    assert!(problem.json().len() < 4096, "{problem}");
}

#[test]
fn the_statuses_are_listed() {
    let slugs = |table: &'static status_core::Table| -> Vec<(u16, &str)> {
        table.iter().map(|status| (status.code(), status.slug())).collect()
    };
    assert_eq!(
        slugs(JsonRejection::TABLE),
        [
            (400, "malformed-json"),
            (422, "unexpected-json"),
            (400, "unreadable-content"),
            (413, "content-too-large"),
            (415, "unsupported-media-type"),
        ]
    );
    assert_eq!(slugs(PathRejection::TABLE), [(400, "unexpected-path"), (500, "misconfigured")]);
    assert_eq!(slugs(QueryRejection::TABLE), [(400, "unexpected-query")]);
    let all = slugs(Rejection::TABLE);
    for table in [JsonRejection::TABLE, PathRejection::TABLE, FormRejection::TABLE] {
        assert!(slugs(table).iter().all(|slug| all.contains(slug)), "{table:?}");
    }
    let members = Rejection::TABLE.statuses()[0].members();
    let members: Vec<_> = members.map(|member| (member.name(), member.json_type())).collect();
    assert_eq!(members, [("errors", Some("array"))]);
}

#[test]
fn the_cause_of_an_unreadable_content_is_only_logged() {
    let source: Box<dyn std::error::Error + Send + Sync> = "a secret".into();
    let rejection = Rejection::UnreadableContent { source: Some(source) };
    assert_eq!(rejection.source().unwrap().to_string(), "a secret");
    let problem = Problem::from(rejection);
    assert!(!String::from_utf8(problem.json()).unwrap().contains("secret"));
}

#[test]
fn a_rejection_says_what_is_expected_and_what_is_not_set_up() {
    let json = Rejection::UnsupportedMediaType { expected: Some("application/json") };
    assert_eq!(json.to_string(), "expected `Content-Type: application/json`");
    let unknown = Rejection::UnsupportedMediaType { expected: None };
    assert_eq!(unknown.to_string(), "the media type of the content is not supported");
    let message = "No paths parameters found".to_owned();
    let problem = Problem::from(Rejection::Misconfigured { message: message.clone() });
    assert_eq!((problem.status().code(), problem.detail.as_deref()), (500, None));
    assert_eq!(Rejection::Misconfigured { message: message.clone() }.to_string(), message);
}
