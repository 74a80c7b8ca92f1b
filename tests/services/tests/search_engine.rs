//! A search engine: codes in `snake_case`, and a body with the code, its type and a link.

use std::borrow::Cow;
use std::time::Duration;

use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Json, Path};
use axum::http::{HeaderMap, HeaderValue};
use axum::routing::{get, post};
use axum::{Router, middleware};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use status_core::problem::{Body, View};
use status_core::represent::ProblemLayer;
use status_core::{HttpStatus, StatusTable as _};
use status_services::{published, serve};
use status_test_support::{Response, request};

/// Why a request to the search engine fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(
    axum,
    body = envelope,
    slug_case = "snake_case",
    type_base = "https://docs.search.example/errors#"
)]
enum Error {
    /// The request is not valid.
    #[error("{0}")]
    #[status(400, members(kind = "invalid_request"))]
    BadRequest(String),
    /// The name of an index has characters that are not allowed.
    #[error("`{0}` is not a name for an index: use letters, digits, `-` and `_`")]
    #[status(400, members(kind = "invalid_request"))]
    InvalidIndexUid(String),
    /// The name of an index cannot be changed.
    #[error("the index `{0}` keeps its name")]
    #[status(400, members(kind = "invalid_request"))]
    ImmutableIndexUid(String),
    /// The index has a primary key already.
    #[error("the index has the primary key `{0}`")]
    #[status(400, members(kind = "invalid_request"))]
    IndexPrimaryKeyAlreadyExists(String),
    /// The number of hits is not valid.
    #[error("`limit` is {0}, and 1000 is the most")]
    #[status(400, members(kind = "invalid_request"))]
    InvalidSearchLimit(u64),
    /// The filter is not valid.
    #[error("after {} characters of the filter: {expected} expected", at)]
    #[status(400, members(kind = "invalid_request"))]
    InvalidSearchFilter { at: usize, expected: &'static str },
    /// The attribute to sort by is not valid.
    #[error("`{0}` is not sortable")]
    #[status(400, members(kind = "invalid_request"))]
    InvalidSearchSort(&'static str),
    /// The identifier of a document is not valid.
    #[error("`{0}` identifies no document: use a number, or letters and digits")]
    #[status(400, members(kind = "invalid_request"))]
    InvalidDocumentId(&'static str),
    /// A document has no identifier.
    #[error("a document has no `{0}`")]
    #[status(400, members(kind = "invalid_request"))]
    MissingDocumentId(&'static str),
    /// The content of the request cannot be parsed.
    #[error("the content is not JSON")]
    #[status(400, members(kind = "invalid_request"))]
    MalformedPayload,
    /// The request has no content.
    #[error("the content is missing")]
    #[status(400, members(kind = "invalid_request"))]
    MissingPayload,
    /// The feature is experimental, and not enabled.
    #[error("`{0}` is experimental: enable it first")]
    #[status(400, members(kind = "invalid_request"))]
    FeatureNotEnabled(&'static str),
    /// The request has no key.
    #[error("send a key in `Authorization`")]
    #[status(401, header("WWW-Authenticate" = "Bearer"), members(kind = "auth"))]
    MissingAuthorizationHeader,
    /// The key does not allow this.
    #[error("this key does not open `{0}`")]
    #[status(403, members(kind = "auth"))]
    InvalidApiKey(String),
    /// There is no such resource.
    #[error("nothing is at this address")]
    #[status(404, members(kind = "invalid_request"))]
    NotFound,
    /// There is no such index.
    #[error("there is no index `{0}`")]
    #[status(404, members(kind = "invalid_request"))]
    IndexNotFound(String),
    /// There is no such document.
    #[error("there is no document `{0}`")]
    #[status(404, members(kind = "invalid_request"))]
    DocumentNotFound(&'static str),
    /// There is no such key.
    #[error("there is no key `{0}`")]
    #[status(404, members(kind = "invalid_request"))]
    ApiKeyNotFound(&'static str),
    /// There is no such task.
    #[error("there is no task {0}")]
    #[status(404, members(kind = "invalid_request"))]
    TaskNotFound(u64),
    /// There is an index with this name.
    #[error("there is an index `{0}` already")]
    #[status(409, members(kind = "invalid_request"))]
    IndexAlreadyExists(String),
    /// A dump is being written.
    #[error("a dump is being written: wait for it")]
    #[status(409, members(kind = "invalid_request"))]
    DumpAlreadyProcessing,
    /// The content is too large.
    #[error("the content has more than {0} bytes")]
    #[status(413, members(kind = "invalid_request"))]
    PayloadTooLarge(usize),
    /// The content has a type that is not supported.
    #[error("send `application/json`")]
    #[status(415, members(kind = "invalid_request"))]
    InvalidContentType,
    /// The engine failed.
    #[error("thread 4 panicked at /srv/engine/merge.rs:90")]
    #[status(500, members(kind = "internal"))]
    Internal,
    /// The index could not be created.
    #[error("could not create {0}")]
    #[status(500, members(kind = "internal"))]
    IndexCreationFailed(&'static str),
    /// The dump could not be written.
    #[error("could not write /srv/dumps/7: {0}")]
    #[status(500, members(kind = "internal"))]
    DumpProcessFailed(#[source] std::io::Error),
    /// The database is as large as it may be.
    #[error("/srv/data has 2 TiB")]
    #[status(500, members(kind = "internal"))]
    DatabaseSizeLimitReached,
    /// Too many searches are waiting.
    #[error("{waiting} searches are waiting")]
    #[status(503, expose, header("Retry-After" = after), members(kind = "internal"))]
    TooManySearchRequests { waiting: usize, after: Duration },
    /// Another server took too long.
    #[error("10.0.0.9 took 3 s")]
    #[status(504, detail = "a remote index took too long", members(kind = "internal"))]
    RemoteTimeout,
    /// No space is left.
    #[error("/dev/sdb is full")]
    #[status(507, members(kind = "internal"))]
    NoSpaceLeftOnDevice,
}

#[derive(Serialize)]
struct Envelope<'a> {
    message: &'a str,
    code: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    link: Cow<'a, str>,
}

/// The body of each error: of the service's own, and of the framework's.
fn envelope(view: &View<'_>) -> Body {
    // A status of the framework has a slug in kebab-case, which follows from its phrase, and no
    // members.
    let code = match view.status.slug() {
        "content-too-large" => "payload_too_large".to_owned(),
        slug => slug.replace('-', "_"),
    };
    let kind = view.get::<String>("kind");
    let of_class = if view.status.code() < 500 { "invalid_request" } else { "internal" };
    // This is the problem's type, which the framework's statuses do not have.
    let link = match view.type_uri {
        Some(uri) => Cow::Borrowed(uri),
        None => Cow::Owned(format!("https://docs.search.example/errors#{code}")),
    };
    Body::json(&Envelope {
        message: view.detail.unwrap_or(view.title),
        code: &code,
        kind: kind.as_deref().unwrap_or(of_class),
        link,
    })
}

/// Each variant once, with the message that clients read and its type.
fn each() -> Vec<(Error, &'static str, &'static str)> {
    use Error as E;

    const OWN: &str = "invalid_request";
    let full = std::io::Error::other("no space on /dev/sdb");
    let busy = E::TooManySearchRequests { waiting: 900, after: Duration::from_millis(9500) };
    let filter = E::InvalidSearchFilter { at: 7, expected: "`=`" };
    vec![
        (E::BadRequest("`q` is a string".to_owned()), "`q` is a string", OWN),
        (
            E::InvalidIndexUid("a b".to_owned()),
            "`a b` is not a name for an index: use letters, digits, `-` and `_`",
            OWN,
        ),
        (E::ImmutableIndexUid("films".to_owned()), "the index `films` keeps its name", OWN),
        (
            E::IndexPrimaryKeyAlreadyExists("isbn".to_owned()),
            "the index has the primary key `isbn`",
            OWN,
        ),
        (E::InvalidSearchLimit(1001), "`limit` is 1001, and 1000 is the most", OWN),
        (filter, "after 7 characters of the filter: `=` expected", OWN),
        (E::InvalidSearchSort("plot"), "`plot` is not sortable", OWN),
        (
            E::InvalidDocumentId("ä"),
            "`ä` identifies no document: use a number, or letters and digits",
            OWN,
        ),
        (E::MissingDocumentId("isbn"), "a document has no `isbn`", OWN),
        (E::MalformedPayload, "the content is not JSON", OWN),
        (E::MissingPayload, "the content is missing", OWN),
        (E::FeatureNotEnabled("vectors"), "`vectors` is experimental: enable it first", OWN),
        (E::MissingAuthorizationHeader, "send a key in `Authorization`", "auth"),
        (E::InvalidApiKey("dumps".to_owned()), "this key does not open `dumps`", "auth"),
        (E::NotFound, "nothing is at this address", OWN),
        (E::IndexNotFound("films".to_owned()), "there is no index `films`", OWN),
        (E::DocumentNotFound("7"), "there is no document `7`", OWN),
        (E::ApiKeyNotFound("k1"), "there is no key `k1`", OWN),
        (E::TaskNotFound(u64::MAX), "there is no task 18446744073709551615", OWN),
        (E::IndexAlreadyExists("films".to_owned()), "there is an index `films` already", OWN),
        (E::DumpAlreadyProcessing, "a dump is being written: wait for it", OWN),
        (E::PayloadTooLarge(64), "the content has more than 64 bytes", OWN),
        (E::InvalidContentType, "send `application/json`", OWN),
        (E::Internal, "The engine failed.", "internal"),
        (E::IndexCreationFailed("/srv/data/films"), "The index could not be created.", "internal"),
        (E::DumpProcessFailed(full), "The dump could not be written.", "internal"),
        (E::DatabaseSizeLimitReached, "The database is as large as it may be.", "internal"),
        (busy, "900 searches are waiting", "internal"),
        (E::RemoteTimeout, "a remote index took too long", "internal"),
        (E::NoSpaceLeftOnDevice, "No space is left.", "internal"),
    ]
}

const PUBLISHED: [(u16, &str); 30] = [
    (400, "bad_request"),
    (400, "invalid_index_uid"),
    (400, "immutable_index_uid"),
    (400, "index_primary_key_already_exists"),
    (400, "invalid_search_limit"),
    (400, "invalid_search_filter"),
    (400, "invalid_search_sort"),
    (400, "invalid_document_id"),
    (400, "missing_document_id"),
    (400, "malformed_payload"),
    (400, "missing_payload"),
    (400, "feature_not_enabled"),
    (401, "missing_authorization_header"),
    (403, "invalid_api_key"),
    (404, "not_found"),
    (404, "index_not_found"),
    (404, "document_not_found"),
    (404, "api_key_not_found"),
    (404, "task_not_found"),
    (409, "index_already_exists"),
    (409, "dump_already_processing"),
    (413, "payload_too_large"),
    (415, "invalid_content_type"),
    (500, "internal"),
    (500, "index_creation_failed"),
    (500, "dump_process_failed"),
    (500, "database_size_limit_reached"),
    (503, "too_many_search_requests"),
    (504, "remote_timeout"),
    (507, "no_space_left_on_device"),
];

#[derive(Deserialize)]
struct Search {
    q: String,
    #[serde(default)]
    limit: u64,
}

async fn search(
    Path(uid): Path<String>,
    content: Result<Json<Search>, JsonRejection>,
) -> Result<String, Error> {
    let Json(Search { q, limit }) = content.map_err(|rejection| match rejection {
        JsonRejection::JsonDataError(_) => Error::BadRequest("`q` is a string".to_owned()),
        JsonRejection::MissingJsonContentType(_) => Error::InvalidContentType,
        JsonRejection::BytesRejection(_) => Error::PayloadTooLarge(64),
        _ => Error::MalformedPayload,
    })?;
    match &*uid {
        "books" if limit > 1000 => Err(Error::InvalidSearchLimit(limit)),
        "books" => Ok(format!("[{q:?}]")),
        _ => Err(Error::IndexNotFound(uid)),
    }
}

async fn create(Path(uid): Path<String>) -> Result<(), Error> {
    let is_valid = uid.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    match &*uid {
        _ if !is_valid => Err(Error::InvalidIndexUid(uid)),
        "books" => Err(Error::IndexAlreadyExists(uid)),
        _ => Err(Error::IndexCreationFailed("/srv/data/films")),
    }
}

/// A middleware, because errors also come from middleware.
async fn check_key(
    fields: HeaderMap,
    request: axum::extract::Request,
    next: middleware::Next,
) -> Result<axum::response::Response, Error> {
    match fields.get("authorization").map(HeaderValue::as_bytes) {
        None => Err(Error::MissingAuthorizationHeader),
        Some(b"Bearer search") => Err(Error::InvalidApiKey("dumps".to_owned())),
        Some(_) => Ok(next.run(request).await),
    }
}

async fn raise(Path(index): Path<usize>) -> Result<(), Error> {
    Err(each().swap_remove(index).0)
}

/// A handler that does not convert the framework's error for content that is too large.
async fn add_documents(_: Bytes) {}

fn router() -> Router {
    Router::new()
        .route("/dumps", post(|| async { Error::DumpAlreadyProcessing }))
        .route_layer(middleware::from_fn(check_key))
        .route("/indexes/{uid}", post(create))
        .route("/indexes/{uid}/search", post(search))
        .route("/indexes/{uid}/documents", post(add_documents))
        .route("/errors/{index}", get(raise))
        .layer(DefaultBodyLimit::max(64))
        .layer(ProblemLayer::new().body(envelope))
}

const JSON: (&str, &str) = ("Content-Type", "application/json");

#[track_caller]
fn assert_sent(sent: &Response, line: &str, content: &str) {
    assert_eq!((&*sent.line, &*sent.content), (line, content));
    assert_eq!(sent.one("content-type"), "application/json");
    assert_eq!(sent.one("content-length"), content.len().to_string());
}

#[test]
fn the_codes_are_those_that_are_published() {
    assert_eq!(published::<Error>(), PUBLISHED);
    let mut slugs: Vec<&str> = PUBLISHED.iter().map(|(_, slug)| *slug).collect();
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), Error::TABLE.iter().count());
}

#[test]
fn each_error_is_sent_as_it_is_published() {
    let address = serve(router());
    let each = each();
    assert_eq!(each.len(), PUBLISHED.len());
    for (index, (error, message, kind)) in each.into_iter().enumerate() {
        let (code, slug) = PUBLISHED[index];
        assert_eq!((error.code(), error.status().slug()), (code, slug));
        let sent = request(address, "GET", &format!("/errors/{index}"), &[], "");
        let content = format!(
            r#"{{"message":"{message}","code":"{slug}","type":"{kind}","link":"https://docs.search.example/errors#{slug}"}}"#
        );
        assert_sent(&sent, &format!("HTTP/1.1 {code} {}", error.reason()), &content);
        let challenges: &[&str] = if code == 401 { &["Bearer"] } else { &[] };
        assert_eq!(sent.all("www-authenticate"), challenges);
        let delays: &[&str] = if code == 503 { &["10"] } else { &[] };
        assert_eq!(sent.all("retry-after"), delays);
        let storing: &[&str] = if code == 503 { &["no-store"] } else { &[] };
        assert_eq!(sent.all("cache-control"), storing);
        // A `HEAD` tells the same, without the content.
        let head = request(address, "HEAD", &format!("/errors/{index}"), &[], "");
        assert_eq!((&*head.line, &*head.content), (&*sent.line, ""));
        assert_eq!(head.one("content-length"), content.len().to_string());
    }
}

#[test]
fn requests_fail_as_they_do_in_production() {
    let address = serve(router());
    let post =
        |path: &str, fields: &[_], content: &str| request(address, "POST", path, fields, content);

    let sent = post("/indexes/films/search", &[JSON], r#"{"q":"x"}"#);
    assert_sent(
        &sent,
        "HTTP/1.1 404 Not Found",
        r#"{"message":"there is no index `films`","code":"index_not_found","type":"invalid_request","link":"https://docs.search.example/errors#index_not_found"}"#,
    );
    let sent = post("/indexes/books/search", &[JSON], r#"{"q":"x","limit":5000}"#);
    assert_sent(
        &sent,
        "HTTP/1.1 400 Bad Request",
        r#"{"message":"`limit` is 5000, and 1000 is the most","code":"invalid_search_limit","type":"invalid_request","link":"https://docs.search.example/errors#invalid_search_limit"}"#,
    );
    let sent = post("/indexes/books/search", &[JSON], r#"{"q":"#);
    assert_sent(
        &sent,
        "HTTP/1.1 400 Bad Request",
        r#"{"message":"the content is not JSON","code":"malformed_payload","type":"invalid_request","link":"https://docs.search.example/errors#malformed_payload"}"#,
    );
    let sent = post("/indexes/books/search", &[], "q=x");
    assert_sent(
        &sent,
        "HTTP/1.1 415 Unsupported Media Type",
        r#"{"message":"send `application/json`","code":"invalid_content_type","type":"invalid_request","link":"https://docs.search.example/errors#invalid_content_type"}"#,
    );
    let sent = post("/indexes/books/search", &[JSON], &" ".repeat(65));
    assert_sent(
        &sent,
        "HTTP/1.1 413 Content Too Large",
        r#"{"message":"the content has more than 64 bytes","code":"payload_too_large","type":"invalid_request","link":"https://docs.search.example/errors#payload_too_large"}"#,
    );
    // What the client sent is escaped by JSON's rules.
    let sent = post("/indexes/a%22%0A%3C", &[], "");
    assert_sent(
        &sent,
        "HTTP/1.1 400 Bad Request",
        r#"{"message":"`a\"\n<` is not a name for an index: use letters, digits, `-` and `_`","code":"invalid_index_uid","type":"invalid_request","link":"https://docs.search.example/errors#invalid_index_uid"}"#,
    );
    let sent = post("/dumps", &[], "");
    assert_sent(
        &sent,
        "HTTP/1.1 401 Unauthorized",
        r#"{"message":"send a key in `Authorization`","code":"missing_authorization_header","type":"auth","link":"https://docs.search.example/errors#missing_authorization_header"}"#,
    );
    assert_eq!(sent.one("www-authenticate"), "Bearer");
    let sent = post("/dumps", &[("Authorization", "Bearer search")], "");
    assert_sent(
        &sent,
        "HTTP/1.1 403 Forbidden",
        r#"{"message":"this key does not open `dumps`","code":"invalid_api_key","type":"auth","link":"https://docs.search.example/errors#invalid_api_key"}"#,
    );
    assert_eq!(post("/indexes/books/search", &[JSON], r#"{"q":"x"}"#).content, r#"["x"]"#);
}

#[test]
fn what_the_framework_refuses_has_the_same_shape() {
    let address = serve(router());
    let sent = request(address, "GET", "/nowhere", &[], "");
    assert_sent(
        &sent,
        "HTTP/1.1 404 Not Found",
        r#"{"message":"Not Found","code":"not_found","type":"invalid_request","link":"https://docs.search.example/errors#not_found"}"#,
    );
    let sent = request(address, "GET", "/indexes/books/search", &[], "");
    assert_sent(
        &sent,
        "HTTP/1.1 405 Method Not Allowed",
        r#"{"message":"Method Not Allowed","code":"method_not_allowed","type":"invalid_request","link":"https://docs.search.example/errors#method_not_allowed"}"#,
    );
    assert_eq!(sent.one("allow"), "POST");
    let sent = request(address, "POST", "/indexes/books/documents", &[JSON], &"[1],".repeat(17));
    assert_sent(
        &sent,
        "HTTP/1.1 413 Content Too Large",
        r#"{"message":"Content Too Large","code":"payload_too_large","type":"invalid_request","link":"https://docs.search.example/errors#payload_too_large"}"#,
    );
}

#[test]
fn a_browser_reads_a_page() {
    let address = serve(router());
    let browser = [("Accept", "text/html,*/*;q=0.8")];
    let sent = request(address, "POST", "/indexes/films", &browser, "");
    assert_eq!(sent.line, "HTTP/1.1 500 Internal Server Error");
    assert_eq!(sent.one("content-type"), "text/html; charset=utf-8");
    assert_eq!(sent.one("vary"), "Accept");
    assert!(sent.content.contains("The index could not be created."), "{}", sent.content);
    assert!(!sent.content.contains("/srv"), "{}", sent.content);
}
