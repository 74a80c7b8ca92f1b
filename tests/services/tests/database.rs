//! A database for vectors and time series, which answers over HTTP and over gRPC.

use std::convert::Infallible;
use std::future::Future;
use std::net::Ipv4Addr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::extract::Path;
use axum::routing::{get, put};
use serde::Serialize;
use status_core::problem::{Body, View};
use status_core::represent::ProblemLayer;
use status_core::{HttpStatus, Status, StatusTable as _};
use status_services::{published, serve};
use status_test_support::{Response, request};
use tonic::Code;
use tonic::client;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::codegen::{Service, http};
use tonic::server::{self, NamedService, UnaryService};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Endpoint, Server};
use tonic_prost::ProstCodec;
use tonic_types::StatusExt as _;

/// Part of every message that must only be logged.
const INTERNAL: &str = "node-3.internal";

/// Why a background task failed, if known.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(slug_case = "snake_case")]
enum TaskError {
    /// The snapshot is not there.
    #[error("there is no such snapshot")]
    #[status(404)]
    SnapshotNotFound,
    /// The file of the snapshot is damaged.
    #[error("node-3.internal: checksum of segment 12")]
    #[status(500, detail = "the snapshot is damaged", grpc = DATA_LOSS)]
    SnapshotDamaged,
    /// The task was stopped.
    #[error("node-3.internal: stopped by signal 15")]
    #[status(503)]
    Stopped,
}

/// Why a request to the database fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, tonic, body = outcome, slug_case = "snake_case")]
enum Error {
    /// A parameter is not valid.
    #[error("Wrong input: {0}")]
    #[status(400)]
    WrongInput(String),
    /// A vector has another number of dimensions.
    #[error("Wrong input: {expected} dimensions expected, {found} found")]
    #[status(400)]
    WrongDimensions { expected: usize, found: usize },
    /// The offset is past the last point.
    #[error("Wrong input: the offset {0} is past the end")]
    #[status(400, grpc = OUT_OF_RANGE)]
    WrongOffset(u64),
    /// The collection has no index for this.
    #[error("Bad request: create an index for `{0}` first")]
    #[status(400, grpc = FAILED_PRECONDITION)]
    IndexRequired(&'static str),
    /// The request has no key.
    #[error("Unauthorized: send a key")]
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    KeyRequired,
    /// The key may only read.
    #[error("Forbidden: this key only reads")]
    #[status(403)]
    ReadOnlyKey,
    /// There is no such collection.
    #[error("Not found: there is no collection `{0}`")]
    #[status(404)]
    CollectionNotFound(String),
    /// There is no such point.
    #[error("Not found: there is no point {0}")]
    #[status(404)]
    PointNotFound(u64),
    /// The search took longer than the request allows.
    #[error("Timeout: the search took longer than {} ms", .0.as_millis())]
    #[status(408)]
    SearchTimeout(Duration),
    /// There is a collection with this name.
    #[error("Conflict: there is a collection `{0}` already")]
    #[status(409, grpc = ALREADY_EXISTS)]
    CollectionExists(String),
    /// Another request has changed the point.
    #[error("Conflict: the point has changed: repeat the request")]
    #[status(409)]
    WriteConflict,
    /// The batch is too large.
    #[error("Too large: a batch has {0} points at most")]
    #[status(413)]
    BatchTooLarge(usize),
    /// The caller sends too many requests.
    #[error("Rate limit: {0} points per minute")]
    #[status(429, header("Retry-After" = 1))]
    RateLimited(u32, Duration),
    /// The storage failed.
    #[error("node-3.internal: {0}")]
    #[status(500, detail = "Service internal error: storage")]
    Storage(#[source] std::io::Error),
    /// A segment is damaged.
    #[error("node-3.internal: /data/segments/{0}")]
    #[status(500, detail = "Service internal error: data was lost", grpc = DATA_LOSS)]
    SegmentDamaged(u32),
    /// The cluster is not in the state that this needs.
    #[error("node-3.internal is no leader")]
    // Retrying is useless until the operator acts.
    #[status(
        500,
        detail = "the cluster is being moved",
        grpc = FAILED_PRECONDITION,
        allow(grpc_mismatch)
    )]
    ClusterNotReady,
    /// The code has a bug.
    #[error("node-3.internal: index out of bounds at search.rs:7")]
    #[status(500)]
    Panic,
    /// This is not implemented.
    #[error("node-3.internal runs 1.2")]
    #[status(501, detail = "update all nodes first")]
    NotImplemented,
    /// Another node has sent something unexpected.
    #[error("node-3.internal: h2 protocol error")]
    #[status(502, detail = "another node failed", grpc = INTERNAL)]
    PeerFailed,
    /// A shard is not available.
    #[error("shard 4 on node-3.internal: connection refused")]
    #[status(503, detail = "a shard is not available", header("Retry-After" = after))]
    ShardUnavailable { after: u32 },
    /// Another node did not answer in time.
    #[error("node-3.internal is silent")]
    #[status(504, detail = public)]
    PeerTimeout { public: Option<&'static str> },
    /// The disk is full.
    #[error("node-3.internal: /data is full")]
    #[status(507, detail = "no space is left for this collection")]
    DiskFull,
    /// The task failed, and does not say why.
    #[error("task {task}")]
    #[status(
        transparent = cause,
        fallback = 500,
        detail = "the task failed",
        grpc = UNKNOWN,
        members(task)
    )]
    TaskFailed { task: u64, cause: Option<TaskError> },
}

#[derive(Serialize)]
struct Outcome<'a> {
    status: Reason<'a>,
    time: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<u64>,
}

#[derive(Serialize)]
struct Reason<'a> {
    error: &'a str,
}

fn outcome(view: &View<'_>) -> Body {
    let status = Reason { error: view.detail.unwrap_or(view.title) };
    Body::json(&Outcome { status, time: 0.0, task: view.get("task") }).for_every_reader()
}

struct Row {
    error: Error,
    message: &'static str,
    grpc: Code,
    /// The row of the table.
    index: usize,
}

/// Each variant, and each row of the type in a variant: with the message in both protocols.
fn each() -> Vec<Row> {
    use Error as E;

    let task = |cause| E::TaskFailed { task: 7, cause };
    let broken = std::io::Error::other("/data/wal: input/output error");
    let rows = [
        (
            E::WrongInput("`limit` is 0".to_owned()),
            "Wrong input: `limit` is 0",
            Code::InvalidArgument,
        ),
        (
            E::WrongDimensions { expected: 4, found: 3 },
            "Wrong input: 4 dimensions expected, 3 found",
            Code::InvalidArgument,
        ),
        (E::WrongOffset(90), "Wrong input: the offset 90 is past the end", Code::OutOfRange),
        (
            E::IndexRequired("city"),
            "Bad request: create an index for `city` first",
            Code::FailedPrecondition,
        ),
        (E::KeyRequired, "Unauthorized: send a key", Code::Unauthenticated),
        (E::ReadOnlyKey, "Forbidden: this key only reads", Code::PermissionDenied),
        (
            E::CollectionNotFound("x".to_owned()),
            "Not found: there is no collection `x`",
            Code::NotFound,
        ),
        (E::PointNotFound(7), "Not found: there is no point 7", Code::NotFound),
        (
            E::SearchTimeout(Duration::from_secs(2)),
            "Timeout: the search took longer than 2000 ms",
            Code::DeadlineExceeded,
        ),
        (
            E::CollectionExists("x".to_owned()),
            "Conflict: there is a collection `x` already",
            Code::AlreadyExists,
        ),
        (E::WriteConflict, "Conflict: the point has changed: repeat the request", Code::Aborted),
        (
            E::BatchTooLarge(100),
            "Too large: a batch has 100 points at most",
            Code::ResourceExhausted,
        ),
        (
            E::RateLimited(600, Duration::from_millis(2500)),
            "Rate limit: 600 points per minute",
            Code::ResourceExhausted,
        ),
        (E::Storage(broken), "Service internal error: storage", Code::Internal),
        (E::SegmentDamaged(3), "Service internal error: data was lost", Code::DataLoss),
        (E::ClusterNotReady, "the cluster is being moved", Code::FailedPrecondition),
        (E::Panic, "Internal Server Error", Code::Internal),
        (E::NotImplemented, "update all nodes first", Code::Unimplemented),
        (E::PeerFailed, "another node failed", Code::Internal),
        (E::ShardUnavailable { after: 9 }, "a shard is not available", Code::Unavailable),
        (
            E::PeerTimeout { public: Some("a node did not answer") },
            "a node did not answer",
            Code::DeadlineExceeded,
        ),
        (E::DiskFull, "no space is left for this collection", Code::ResourceExhausted),
        (task(None), "the task failed", Code::Unknown),
        // The cause's rows, with the variant's detail.
        (task(Some(TaskError::SnapshotNotFound)), "the task failed", Code::NotFound),
        (task(Some(TaskError::SnapshotDamaged)), "the task failed", Code::DataLoss),
        (task(Some(TaskError::Stopped)), "the task failed", Code::Unavailable),
    ];
    let rows = rows.into_iter().enumerate();
    let mut rows: Vec<Row> =
        rows.map(|(index, (error, message, grpc))| Row { error, message, grpc, index }).collect();
    // Without a text for clients, they read the title.
    rows.push(Row {
        error: E::PeerTimeout { public: None },
        message: "Gateway Timeout",
        grpc: Code::DeadlineExceeded,
        index: 20,
    });
    rows
}

const PUBLISHED: [(u16, &str); 26] = [
    (400, "wrong_input"),
    (400, "wrong_dimensions"),
    (400, "wrong_offset"),
    (400, "index_required"),
    (401, "key_required"),
    (403, "read_only_key"),
    (404, "collection_not_found"),
    (404, "point_not_found"),
    (408, "search_timeout"),
    (409, "collection_exists"),
    (409, "write_conflict"),
    (413, "batch_too_large"),
    (429, "rate_limited"),
    (500, "storage"),
    (500, "segment_damaged"),
    (500, "cluster_not_ready"),
    (500, "panic"),
    (501, "not_implemented"),
    (502, "peer_failed"),
    (503, "shard_unavailable"),
    (504, "peer_timeout"),
    (507, "disk_full"),
    (500, "task_failed"),
    // The cause's rows follow.
    (404, "snapshot_not_found"),
    (500, "snapshot_damaged"),
    (503, "stopped"),
];

fn collection(name: &str) -> Result<String, Error> {
    match name {
        "cities" => Ok("green".to_owned()),
        "stars" => Err(Error::ShardUnavailable { after: 9 }),
        _ => Err(Error::CollectionNotFound(name.to_owned())),
    }
}

async fn create(Path(name): Path<String>) -> Result<(), Error> {
    match &*name {
        "cities" => Err(Error::CollectionExists(name)),
        "a b" => Err(Error::WrongInput("a name has no space".to_owned())),
        _ => Ok(()),
    }
}

async fn raise(Path(index): Path<usize>) -> Result<(), Error> {
    Err(each().swap_remove(index).error)
}

fn router() -> Router {
    let describe = |Path(name): Path<String>| async move { collection(&name) };
    Router::new()
        .route("/collections/{name}", get(describe))
        .route("/collections/{name}", put(create))
        .route("/errors/{index}", get(raise))
        .layer(ProblemLayer::new().body(outcome))
}

#[track_caller]
fn assert_sent(sent: &Response, line: &str, content: &str) {
    assert_eq!((&*sent.line, &*sent.content), (line, content));
    assert_eq!(sent.one("content-type"), "application/json");
    assert_eq!(sent.one("content-length"), content.len().to_string());
    assert!(sent.all("vary").is_empty(), "{sent:?}");
    assert!(!format!("{sent:?}").contains(INTERNAL), "{sent:?}");
}

#[test]
fn the_codes_are_those_that_are_published() {
    assert_eq!(published::<Error>(), PUBLISHED);
    let mut slugs: Vec<&str> = Error::TABLE.iter().map(Status::slug).collect();
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), PUBLISHED.len());
}

#[test]
fn each_error_is_sent_over_http() {
    let address = serve(router());
    for (number, Row { error, message, index, .. }) in each().into_iter().enumerate() {
        let (code, slug) = PUBLISHED[index];
        assert_eq!((error.code(), error.status().slug()), (code, slug));
        let sent = request(address, "GET", &format!("/errors/{number}"), &[], "");
        // Only a task that does not say why it failed has a member of its own.
        let task = if slug == "task_failed" { r#","task":7"# } else { "" };
        let content = format!(r#"{{"status":{{"error":"{message}"}},"time":0.0{task}}}"#);
        assert_sent(&sent, &format!("HTTP/1.1 {code} {}", error.reason()), &content);
        let challenges: &[&str] = if code == 401 { &["Bearer"] } else { &[] };
        assert_eq!(sent.all("www-authenticate"), challenges);
        let delays: &[&str] = match slug {
            "rate_limited" => &["3"],
            "shard_unavailable" => &["9"],
            _ => &[],
        };
        assert_eq!(sent.all("retry-after"), delays);
        let storing: &[&str] = if matches!(code, 429 | 503) { &["no-store"] } else { &[] };
        assert_eq!(sent.all("cache-control"), storing);
    }
}

#[test]
fn each_error_converts_to_a_status_of_grpc() {
    let mut leaks = 0;
    for Row { error, message, grpc, .. } in each() {
        let log = format!("{error} {error:?}");
        let is_server_error = error.code() >= 500;
        leaks += usize::from(log.contains(INTERNAL));
        let retry = match error {
            Error::RateLimited(..) => Some(Duration::from_secs(3)),
            Error::ShardUnavailable { .. } => Some(Duration::from_secs(9)),
            _ => None,
        };
        let status = tonic::Status::from(error);
        assert_eq!((status.code(), status.message()), (grpc, message), "{log}");
        assert_eq!(status.get_details_retry_info().and_then(|info| info.retry_delay), retry);
        let info = status.get_details_error_info().expect("each status has its slug");
        assert!(!info.reason.is_empty(), "{log}");
        assert_eq!(status.metadata().contains_key("retry-after"), retry.is_some(), "{log}");
        let told = format!("{status:?} {}", String::from_utf8_lossy(status.details()));
        assert!(!told.contains(INTERNAL) && !told.contains("/data"), "{told}");
        // A server error is never blamed on the client.
        let blames_client = matches!(
            status.code(),
            Code::InvalidArgument | Code::NotFound | Code::AlreadyExists | Code::OutOfRange
        );
        assert!(!(is_server_error && blames_client), "{log}");
    }
    // Otherwise, the checks above had nothing to leak.
    assert!(leaks >= 8, "{leaks}");
}

#[test]
fn requests_fail_as_they_do_in_production() {
    let address = serve(router());
    let sent = request(address, "GET", "/collections/x%22y", &[("Accept", "text/html")], "");
    assert_sent(
        &sent,
        "HTTP/1.1 404 Not Found",
        r#"{"status":{"error":"Not found: there is no collection `x\"y`"},"time":0.0}"#,
    );
    assert_sent(
        &request(address, "PUT", "/collections/cities", &[], ""),
        "HTTP/1.1 409 Conflict",
        r#"{"status":{"error":"Conflict: there is a collection `cities` already"},"time":0.0}"#,
    );
    assert_sent(
        &request(address, "PUT", "/collections/a%20b", &[], ""),
        "HTTP/1.1 400 Bad Request",
        r#"{"status":{"error":"Wrong input: a name has no space"},"time":0.0}"#,
    );
    let sent = request(address, "DELETE", "/collections/cities", &[], "");
    assert_sent(
        &sent,
        "HTTP/1.1 405 Method Not Allowed",
        r#"{"status":{"error":"Method Not Allowed"},"time":0.0}"#,
    );
    assert_eq!(sent.one("allow"), "GET,HEAD,PUT");
    assert_sent(
        &request(address, "GET", "/", &[("Accept", "text/plain")], ""),
        "HTTP/1.1 404 Not Found",
        r#"{"status":{"error":"Not Found"},"time":0.0}"#,
    );
    assert_eq!(request(address, "GET", "/collections/cities", &[], "").content, "green");
}

type Answered<T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send>>;

/// The service, written by hand instead of generated from a `.proto` file.
#[derive(Clone)]
struct Collections;

impl NamedService for Collections {
    const NAME: &'static str = "db.Collections";
}

impl Service<http::Request<tonic::body::Body>> for Collections {
    type Response = http::Response<tonic::body::Body>;
    type Error = Infallible;
    type Future = Answered<Self::Response, Infallible>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<tonic::body::Body>) -> Self::Future {
        Box::pin(async {
            Ok(server::Grpc::new(ProstCodec::default()).unary(Describe, request).await)
        })
    }
}

struct Describe;

impl UnaryService<String> for Describe {
    type Response = String;
    type Future = Answered<tonic::Response<String>, tonic::Status>;

    fn call(&mut self, request: tonic::Request<String>) -> Self::Future {
        Box::pin(async move { Ok(tonic::Response::new(collection(&request.into_inner())?)) })
    }
}

#[tokio::test]
async fn a_call_fails_with_the_same_message() {
    let incoming = TcpIncoming::bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
    let address = incoming.local_addr().unwrap();
    tokio::spawn(Server::builder().add_service(Collections).serve_with_incoming(incoming));
    let channel = Endpoint::from_shared(format!("http://{address}")).unwrap();
    let mut client = client::Grpc::new(channel.connect().await.unwrap());
    for (name, code, message, retry) in [
        ("x\"é", Code::NotFound, "Not found: there is no collection `x\"é`", None),
        ("stars", Code::Unavailable, "a shard is not available", Some(Duration::from_secs(9))),
    ] {
        client.ready().await.unwrap();
        let codec = ProstCodec::<String, String>::default();
        let path = PathAndQuery::from_static("/db.Collections/Describe");
        let request = tonic::Request::new(name.to_owned());
        let status = client.unary(request, path, codec).await.expect_err(name);
        assert_eq!((status.code(), status.message()), (code, message));
        assert_eq!(status.get_details_retry_info().and_then(|info| info.retry_delay), retry);
        assert!(!format!("{status:?}").contains(INTERNAL), "{status:?}");
    }
}
