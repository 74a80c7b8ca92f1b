//! The client's view of a problem: from the bytes of a response, and with reqwest over real
//! connections to well-behaved and broken servers.

use std::error::Error;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::routing::get;
use http::HeaderMap;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value};
use status_core::problem::{
    Answer, Failure, InvalidProblem, MAX_CONTENT, OrStatus as _, Problem, RetryAfter, StatusError,
};
use status_core::reqwest::ResponseExt as _;
use status_core::reqwest::blocking::ResponseExt as _;
use status_core::{ClientError, HttpStatus, ServerError, StatusTable};

/// The timeout of every wait, so that a test fails instead of hanging.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone, Debug, thiserror::Error, HttpStatus)]
#[status(axum, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[error("{text}")]
    #[status(404, members(id, delta, ratio, nested, note))]
    OrderNotFound {
        text: String,
        id: u64,
        delta: i64,
        ratio: f64,
        nested: Value,
        note: Option<String>,
    },
    /// The caller sends orders faster than its plan allows.
    #[error("slow down: {0}")]
    #[status(429, header("Retry-After" = 1))]
    TooFast(String, Duration),
    /// The shop is closed.
    #[error("kept back: {text}")]
    #[status(503, header("Retry-After" = until), members(text))]
    Closed { text: String, until: SystemTime },
    #[error(transparent)]
    #[status(transparent)]
    Stock(#[from] StockError),
    #[error(transparent)]
    #[status(transparent)]
    Server(#[from] ServerError),
}

#[derive(Clone, Debug, thiserror::Error, HttpStatus)]
#[status(type_base = "/stock/")]
enum StockError {
    /// Too few of this item are left.
    #[error("{left} of {article} left")]
    #[status(409, members(article, left))]
    SoldOut { article: String, left: u32 },
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        prop_oneof![any::<u64>(), Just(u64::MAX), Just(0)].prop_map(Value::from),
        prop_oneof![any::<i64>(), Just(i64::MIN)].prop_map(Value::from),
        ratio().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 32, 4, |inner| {
        let name_and_value = (any::<String>(), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            prop::collection::vec(name_and_value, 0..4)
                .prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

fn ratio() -> impl Strategy<Value = f64> {
    let odd = [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, -0.0, 0.1 + 0.2, f64::NAN];
    prop_oneof![any::<f64>(), prop::sample::select(odd.to_vec())]
}

fn order_error() -> impl Strategy<Value = OrderError> {
    let text = any::<String>;
    let id = prop_oneof![any::<u64>(), Just(u64::MAX)];
    let delta = prop_oneof![any::<i64>(), Just(i64::MIN), Just(i64::MAX)];
    let duration = (any::<u64>(), 0..1_000_000_000_u32);
    let seconds_to_year_10000 = 0..253_402_300_800_u64;
    prop_oneof![
        (text(), id, delta, ratio(), json(), any::<Option<String>>()).prop_map(
            |(text, id, delta, ratio, nested, note)| {
                OrderError::OrderNotFound { text, id, delta, ratio, nested, note }
            }
        ),
        (text(), duration).prop_map(|(text, (seconds, nanos))| {
            OrderError::TooFast(text, Duration::new(seconds, nanos))
        }),
        (text(), seconds_to_year_10000, 0..1_000_000_000_u32).prop_map(|(text, seconds, nanos)| {
            let until = UNIX_EPOCH + Duration::new(seconds, nanos);
            OrderError::Closed { text, until }
        }),
        (text(), any::<u32>())
            .prop_map(|(article, left)| StockError::SoldOut { article, left }.into()),
        prop::sample::select(ServerError::ALL).prop_map(OrderError::from),
    ]
}

/// Asserts that the client has read what the server sent.
fn check_read(
    problem: &Problem,
    fields: &HeaderMap,
    sent: &OrderError,
) -> Result<(), TestCaseError> {
    let status = sent.status();
    let rows: Vec<_> = OrderError::TABLE.iter().filter(|row| problem.is(row)).collect();
    prop_assert_eq!(rows, [status]);
    prop_assert_eq!(problem.status().code(), status.code());
    prop_assert_eq!(&*problem.title, status.title());
    let detail = status.is_exposed().then(|| sent.to_string());
    prop_assert_eq!(&problem.detail, &detail);
    prop_assert_eq!(&problem.instance, &None);

    let of_the_server = sent.problem();
    let members: Vec<_> = problem.members().collect();
    prop_assert_eq!(members, of_the_server.members().collect::<Vec<_>>());
    let mut retry_after = None;
    match sent {
        OrderError::OrderNotFound { id, delta, ratio, nested, note, .. } => {
            prop_assert_eq!(problem.get("id"), Some(*id));
            prop_assert_eq!(problem.get("delta"), Some(*delta));
            let finite = ratio.is_finite().then(|| ratio.to_bits());
            prop_assert_eq!(problem.get::<f64>("ratio").map(f64::to_bits), finite);
            let nested = Some(nested.clone()).filter(|nested| !nested.is_null());
            prop_assert_eq!(problem.get::<Value>("nested"), nested);
            prop_assert_eq!(problem.get::<String>("note"), note.clone());
        }
        OrderError::TooFast(_, after) => {
            let up = u64::from(after.subsec_nanos() > 0);
            let seconds = after.as_secs().saturating_add(up);
            retry_after = Some(RetryAfter::Delay(Duration::from_secs(seconds)));
        }
        OrderError::Closed { text, until } => {
            prop_assert_eq!(problem.get::<String>("text"), Some(text.clone()));
            // An HTTP-date has whole seconds.
            let seconds = until.duration_since(UNIX_EPOCH).unwrap().as_secs();
            let date = UNIX_EPOCH + Duration::from_secs(seconds);
            retry_after = Some(RetryAfter::Date(date));
        }
        OrderError::Stock(StockError::SoldOut { article, left }) => {
            prop_assert_eq!(problem.get::<String>("article"), Some(article.clone()));
            prop_assert_eq!(problem.get("left"), Some(*left));
        }
        OrderError::Server(_) => {}
    }
    prop_assert_eq!(RetryAfter::from_headers(fields), retry_after);
    Ok(())
}

proptest! {
    // Failures are fixed, not kept in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn a_client_reads_what_the_server_sends(sent in order_error()) {
        let Answer { status, fields, content, .. } = Answer::of(&sent);
        let content_type = fields.get("content-type").map(http::HeaderValue::as_bytes);
        let problem = Problem::from_response(status.code(), content_type, &content);
        check_read(&problem, &fields, &sent)?;
        // The same through a gateway that forwards it.
        let Answer { status, content, .. } = Answer::from(problem.forward());
        let problem = Problem::from_response(status.code(), content_type, &content);
        check_read(&problem, &fields, &sent)?;
        // The same from the content alone, for example from a log.
        check_read(&Problem::from_json(&content).unwrap(), &fields, &sent)?;
    }
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().timeout(PATIENCE).build().unwrap()
}

/// Starts a server and returns its URL. It stops with the runtime.
async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, router).await.unwrap() });
    format!("http://{address}/")
}

#[test]
fn a_client_reads_what_the_server_sends_over_connections() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let next = Arc::new(Mutex::new(None));
    let of_the_server = Arc::clone(&next);
    let handler = get(|| async move { of_the_server.lock().unwrap().take().map_or(Ok(()), Err) });
    let url = runtime.block_on(serve(Router::new().route("/", handler)));
    let client = client();
    let config =
        ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() };
    let result = TestRunner::new(config).run(&order_error(), |sent| {
        *next.lock().unwrap() = Some(sent.clone());
        let failed = runtime
            .block_on(async { client.get(&url).send().await.unwrap().problem_for_status().await });
        let problem = failed.unwrap_err();
        check_read(&problem, problem.header_fields(), &sent)
    });
    result.unwrap();
}

/// Starts a server that reads one request and hands the connection to `answer`.
fn raw_server<T: Send + 'static>(
    answer: impl FnOnce(TcpStream) -> T + Send + 'static,
) -> (String, JoinHandle<T>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let thread = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            request.push(byte[0]);
        }
        answer(stream)
    });
    (url, thread)
}

/// Waits for a server. The client keeps running, because it must close its connections.
async fn join<T: Send + 'static>(server: JoinHandle<T>) -> T {
    tokio::task::spawn_blocking(|| server.join().unwrap()).await.unwrap()
}

/// Waits for the client to close the connection.
fn is_closed(mut stream: TcpStream) -> bool {
    match stream.read(&mut [0]) {
        Ok(read) => read == 0,
        // The client closed it before it had read everything.
        Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
    }
}

async fn fetch(url: String) -> Result<reqwest::Response, Problem> {
    client().get(url).send().await.unwrap().problem_for_status().await
}

/// The problem that a client reads from these bytes.
async fn problem_of(bytes: impl AsRef<[u8]> + Send + 'static) -> Problem {
    let (url, server) = raw_server(move |mut stream| stream.write_all(bytes.as_ref()).unwrap());
    let problem = fetch(url).await.unwrap_err();
    join(server).await;
    problem
}

fn is_bare(problem: &Problem, code: u16) -> bool {
    let bare = Problem::new(status_core::Status::from_code(code).unwrap());
    problem.status() == bare.status() && problem.json() == bare.json()
}

fn source<T: Error + 'static>(problem: &Problem) -> &T {
    problem
        .source()
        .and_then(|source| source.downcast_ref())
        .expect("the problem has a source of this type")
}

const HEAD: &str = "HTTP/1.1 409 A\r\nContent-Type: application/problem+json\r\n";

#[tokio::test]
async fn responses_below_400_are_returned() {
    for (line, code) in [("200 OK", 200), ("304 Not Modified", 304), ("399 A", 399)] {
        let (url, server) = raw_server(move |mut stream| {
            write!(stream, "HTTP/1.1 {line}\r\nX-A: b\r\nConnection: close\r\n\r\n").unwrap();
        });
        let response = fetch(url).await.unwrap();
        assert_eq!(
            (response.status().as_u16(), response.headers()["x-a"].as_bytes()),
            (code, &b"b"[..])
        );
        join(server).await;
    }
    let router = Router::new().route("/", get(|| async { "content" }));
    assert_eq!(fetch(serve(router).await).await.unwrap().text().await.unwrap(), "content");
}

#[test]
fn the_blocking_client_returns_responses_below_400_too() {
    for code in [200, 399, 400, 500] {
        let (url, server) = raw_server(move |mut stream| {
            write!(stream, "HTTP/1.1 {code} A\r\nContent-Length: 0\r\n\r\n").unwrap();
        });
        let result = reqwest::blocking::get(url).unwrap().problem_for_status();
        let codes = result.map_or_else(
            |problem| (problem.status().code(), true),
            |response| (response.status().as_u16(), false),
        );
        assert_eq!(codes, (code, code >= 400));
        server.join().unwrap();
    }
}

/// A problem may have 1 MiB, and no more is read than shows whether that is all of it.
#[test]
fn the_blocking_client_reads_the_longest_problem() {
    for (end, is_read) in [("", true), (" ", false)] {
        let detail = "a".repeat(MAX_CONTENT - r#"{"detail":""}"#.len());
        let head = "HTTP/1.1 502 A\r\nContent-Type: application/problem+json\r\n\r\n";
        let response = format!("{head}{{\"detail\":\"{detail}\"}}{end}");
        let (url, server) =
            raw_server(move |mut stream| stream.write_all(response.as_bytes()).unwrap());
        let problem = reqwest::blocking::get(url).unwrap().problem_for_status().unwrap_err();
        assert_eq!(problem.detail.is_some(), is_read);
        server.join().unwrap();
    }
}

/// Of text, no more is read than shows whether its longest excerpt, 200 characters of four bytes, is
/// all of it.
#[test]
fn the_blocking_client_reads_the_longest_excerpt() {
    for (end, excerpt_end) in [("", ""), ("!", "…")] {
        let text = "\u{1f600}".repeat(200);
        let head = "HTTP/1.1 502 A\r\nContent-Type: text/plain\r\n\r\n";
        let response = format!("{head}{text}{end}");
        let (url, server) =
            raw_server(move |mut stream| stream.write_all(response.as_bytes()).unwrap());
        let problem = reqwest::blocking::get(url).unwrap().problem_for_status().unwrap_err();
        assert_eq!(problem.detail.as_deref(), Some(&*format!("{text}{excerpt_end}")));
        server.join().unwrap();
    }
}

#[tokio::test]
async fn responses_from_400_on_are_problems() {
    let answer = |code: u16| format!("HTTP/1.1 {code} \r\nContent-Length: 0\r\n\r\n");
    for code in [400, 401, 404, 418, 499, 500, 503, 599] {
        assert!(is_bare(&problem_of(answer(code)).await, code));
    }
    // Invalid codes are treated as 500 (RFC 9110 §15).
    for code in [600, 999] {
        assert!(is_bare(&problem_of(answer(code)).await, 500));
    }
}

/// Nothing is left, or less than ordered.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("sold out")]
#[status(409, decode, members(left))]
struct SoldOut {
    left: Option<u32>,
}

#[tokio::test]
async fn content_that_breaks_off_is_not_decoded() {
    let broken = format!("{HEAD}Content-Length: 100\r\n\r\n{{\"left\":3");
    let (url, server) = raw_server({
        let broken = broken.clone();
        move |mut stream| stream.write_all(broken.as_bytes()).unwrap()
    });
    let response = client().get(url).send().await.unwrap();
    let failure = response.error_for_status_as::<SoldOut>().await.unwrap_err();
    join(server).await;
    let Failure::Other(problem) = failure else { panic!("{failure:?}") };
    assert!(!source::<reqwest::Error>(&problem).is_timeout());

    let (url, server) = raw_server(move |mut stream| stream.write_all(broken.as_bytes()).unwrap());
    let failure = tokio::task::spawn_blocking(|| {
        let response = reqwest::blocking::get(url).unwrap();
        response.error_for_status_as::<SoldOut>().unwrap_err()
    });
    let failure = failure.await.unwrap();
    join(server).await;
    let Failure::Other(problem) = failure else { panic!("{failure:?}") };
    source::<std::io::Error>(&problem);
}

#[tokio::test]
async fn truncated_content_is_not_parsed() {
    let object = r#"{"detail":"a","status":410}"#;
    // The object is complete, but shorter than its `Content-Length`.
    for content in [object, "{\"detail", ""] {
        let problem = problem_of(format!("{HEAD}Content-Length: 100\r\n\r\n{content}")).await;
        assert!(is_bare(&problem, 409));
        assert!(!source::<reqwest::Error>(&problem).is_timeout());
    }
    let chunked = format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n1b\r\n{object}\r\n");
    for end in ["", "7\r\n", "no number\r\n"] {
        let problem = problem_of(format!("{chunked}{end}")).await;
        assert!(is_bare(&problem, 409), "{end}");
        assert!(!source::<reqwest::Error>(&problem).is_timeout());
    }
    assert_eq!(problem_of(format!("{chunked}0\r\n\r\n")).await.detail.as_deref(), Some("a"));
    // The `Content-Length` is too short, and nothing after it is read.
    let problem = problem_of(format!("{HEAD}Content-Length: 20\r\n\r\n{object}")).await;
    assert!(is_bare(&problem, 409));
    let why = source::<InvalidProblem>(&problem).to_string();
    assert!(why.ends_with("EOF while parsing a string at line 1 column 20"), "{why}");
    // Without a length, the content ends with the connection (RFC 9112 §6.3).
    let problem = problem_of(format!("{HEAD}\r\n{object}")).await;
    assert_eq!((problem.status().code(), problem.detail.as_deref()), (409, Some("a")));
}

/// Writes until the client closes the connection, and returns how many bytes it wrote.
fn flood(mut stream: TcpStream, head: &str, most: usize) -> usize {
    stream.write_all(head.as_bytes()).unwrap();
    let mut written = 0;
    while written < most {
        match stream.write(&[b'a'; 1 << 14]) {
            Ok(bytes) => written += bytes,
            Err(_) => break,
        }
    }
    written
}

#[tokio::test]
async fn reading_stops_at_the_limit() {
    // More than the buffers between server and client can hold.
    const MOST: usize = 1 << 30;
    let problem_json = "application/problem+json";
    for content_type in [problem_json, "text/plain", "text/html"] {
        for length in ["Content-Length: 1073741824", "X-No-Length: 1"] {
            let head = format!(
                "HTTP/1.1 502 A\r\nContent-Type: {content_type}\r\n{length}\r\nRetry-After: 7\r\n\r\n"
            );
            let (url, server) = raw_server(move |stream| flood(stream, &head, MOST));
            let problem = fetch(url).await.unwrap_err();
            // The connection is closed, although the problem is still in use.
            assert!(join(server).await < MOST);
            assert_eq!(problem.retry_delay(), Some(Duration::from_secs(7)));
            if content_type == "text/plain" {
                assert_eq!(problem.detail.as_deref(), Some(&*("a".repeat(200) + "…")));
            } else {
                assert!(is_bare(&problem, 502));
            }
            let why = problem.source().map(ToString::to_string).unwrap_or_default();
            assert_eq!(
                why.starts_with("content longer than"),
                content_type == problem_json,
                "{why}"
            );
        }
    }
    // Content of exactly the maximum length is read.
    for (spare, read) in [(0, true), (1, false)] {
        let detail = "a".repeat(MAX_CONTENT - r#"{"detail":""}"#.len() + spare);
        let problem = problem_of(format!("{HEAD}\r\n{{\"detail\":\"{detail}\"}}")).await;
        assert_eq!(problem.detail.is_some(), read);
    }
}

#[tokio::test]
async fn an_endless_response_does_not_block_the_client() {
    // The content of a page is not used, so the client does not wait for it.
    let (url, server) = raw_server(|mut stream| {
        stream.write_all(b"HTTP/1.1 503 A\r\nContent-Type: text/html\r\n\r\n<html>").unwrap();
        is_closed(stream)
    });
    let problem = fetch(url).await.unwrap_err();
    assert!(is_bare(&problem, 503) && problem.source().is_none(), "{:?}", problem.source());
    assert!(join(server).await);

    // Here the timeout of the client applies.
    let (url, server) = raw_server(|mut stream| {
        write!(stream, "{HEAD}Allow: GET\r\nContent-Length: 100\r\n\r\n{{\"detail\":\"a\"")
            .unwrap();
        is_closed(stream)
    });
    let impatient = Duration::from_millis(500);
    let response = client().get(url).timeout(impatient).send().await.unwrap();
    let problem = response.problem_for_status().await.unwrap_err();
    assert!(is_bare(&problem, 409));
    assert_eq!(problem.header_fields()["allow"], "GET");
    assert!(source::<reqwest::Error>(&problem).is_timeout());
    assert!(join(server).await);
}

#[tokio::test]
async fn the_content_type_of_the_response_decides() {
    let object = r#"{"detail":"a"}"#;
    for (content_type, read) in [
        ("Content-Type: Application/Problem+JSON;charset=utf-8\r\n", true),
        ("Content-Type: application/json\r\n", true),
        ("Content-Type: application/vnd.api+JSON; a=b\r\n", true),
        ("Content-Type: application/jsonp\r\n", false),
        ("Content-Type: \r\n", false),
        ("Content-Type: text/html\r\nContent-Type: application/problem+json\r\n", false),
        ("", false),
    ] {
        let problem = problem_of(format!("HTTP/1.1 409 A\r\n{content_type}\r\n{object}")).await;
        assert_eq!(problem.detail.is_some(), read, "{content_type}");
    }
    let problem =
        problem_of("HTTP/1.1 502 A\r\nContent-Type: text/plain\r\n\r\nno route\n to host").await;
    assert_eq!(problem.to_string(), "502 Bad Gateway: no route to host");
}

const UPSTREAM: &str = "HTTP/1.1 401 Secret\r\n\
    Content-Type: application/problem+json\r\nContent-Language: de\r\nContent-Length: 88\r\n\
    Set-Cookie: secret=1\r\nServer: secret\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\
    Connection: close\r\nKeep-Alive: timeout=5\r\nProxy-Authenticate: secret\r\nUpgrade: secret\r\n\
    Location: /secret\r\nETag: \"secret\"\r\nCache-Control: secret\r\nX-Secret: secret\r\n\
    Access-Control-Allow-Origin: *\r\nStrict-Transport-Security: max-age=1\r\nAlt-Svc: secret\r\n\
    WWW-Authenticate: Basic realm=\"secret\"\r\nwww-authenticate: Bearer\r\nretry-after: 120\r\n\
    Allow: GET, HEAD\r\nAccept: text/csv\r\nAccept-Encoding: gzip\r\nAccept-Patch: text/csv\r\n\
    Accept-Post: text/csv\r\nRateLimit: \"a\";r=0;t=7\r\nRateLimit-Policy: \"a\";q=1\r\n\r\n\
    {\"type\":\"/secret\",\"title\":\"secret\",\"detail\":\"secret\",\"instance\":\"/secret\",\"secret\":true}";

#[tokio::test]
async fn header_fields_that_clients_act_on_are_kept() {
    let problem = problem_of(UPSTREAM).await;
    assert_eq!(problem.detail.as_deref(), Some("secret"));
    assert_eq!(problem.retry_delay(), Some(Duration::from_secs(120)));
    let mut kept: Vec<String> = problem
        .header_fields()
        .iter()
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    // Fields of one name keep their order.
    kept.sort_by_key(|field| field.split(':').next().unwrap().to_owned());
    assert_eq!(
        kept,
        [
            "accept: text/csv",
            "accept-encoding: gzip",
            "accept-patch: text/csv",
            "accept-post: text/csv",
            "allow: GET, HEAD",
            "ratelimit: \"a\";r=0;t=7",
            "ratelimit-policy: \"a\";q=1",
            "retry-after: 120",
            "www-authenticate: Basic realm=\"secret\"",
            "www-authenticate: Bearer",
        ]
    );
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum)]
enum GatewayError {
    /// The upstream failed.
    #[error("the upstream: {0}")]
    #[status(502)]
    Upstream(#[from] Problem),
    #[error(transparent)]
    #[status(transparent, unlisted)]
    Other(#[from] StatusError),
}

/// Sends a request through a gateway and returns what its client receives.
async fn through(router: fn(String) -> Router) -> (u16, HeaderMap, String) {
    let (upstream, server) =
        raw_server(|mut stream| stream.write_all(UPSTREAM.as_bytes()).unwrap());
    let response = client().get(serve(router(upstream)).await).send().await.unwrap();
    join(server).await;
    let (code, fields) = (response.status().as_u16(), response.headers().clone());
    (code, fields, response.text().await.unwrap())
}

#[tokio::test]
async fn a_gateway_forwards_nothing_on_its_own() {
    let question_mark = |url: String| {
        let handler = || async move {
            fetch(url).await?;
            Ok::<_, Problem>(())
        };
        Router::new().route("/", get(handler))
    };
    let variant = |url: String| {
        let handler = || async move {
            fetch(url).await?;
            Ok::<_, GatewayError>(())
        };
        Router::new().route("/", get(handler))
    };
    let or_status = |url: String| {
        let handler = || async move {
            fetch(url).await.or_status(ServerError::BadGateway)?;
            Ok::<_, GatewayError>(())
        };
        Router::new().route("/", get(handler))
    };
    for router in [question_mark, variant, or_status] {
        let (code, fields, content) = through(router).await;
        assert_eq!(code, 502);
        assert_eq!(content, r#"{"title":"Bad Gateway","status":502}"#);
        let mut names: Vec<_> = fields.keys().map(http::HeaderName::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["content-length", "content-type", "date"]);
    }
    let forward = |url: String| {
        let handler = || async move { fetch(url).await.map(drop).map_err(Problem::forward) };
        Router::new().route("/", get(handler))
    };
    let (code, fields, content) = through(forward).await;
    assert_eq!(code, 401);
    assert_eq!(fields.get_all("www-authenticate").iter().count(), 2);
    assert_eq!(fields["retry-after"], "120");
    assert!(!fields.contains_key("set-cookie") && !fields.contains_key("x-secret"));
    let object: Value = serde_json::from_str(&content).unwrap();
    assert_eq!((&object["status"], &object["detail"]), (&401.into(), &"secret".into()));
    // Neither names the upstream's host.
    assert_eq!((&object["type"], &object["instance"]), (&"/secret".into(), &"/secret".into()));
}

/// The problem that a client reads from `http://shop.example`, which its proxy serves.
async fn problem_of_shop(path: &str, members: Value) -> Problem {
    let (proxy, server) =
        raw_server(move |mut stream| write!(stream, "{HEAD}\r\n{members}").unwrap());
    let client = reqwest::Client::builder()
        .timeout(PATIENCE)
        .proxy(reqwest::Proxy::http(proxy).unwrap())
        .build()
        .unwrap();
    let response = client.get(format!("http://shop.example{path}")).send().await.unwrap();
    let problem = response.problem_for_status().await.unwrap_err();
    join(server).await;
    problem
}

#[tokio::test]
async fn relative_references_are_resolved_against_the_url_of_the_response() {
    for (received, resolved) in [
        ("/errors/x", "http://shop.example/errors/x"),
        ("x", "http://shop.example/v1/orders/x"),
        ("./x/", "http://shop.example/v1/orders/x/"),
        ("../x", "http://shop.example/v1/x"),
        ("../../../x", "http://shop.example/x"),
        ("/a/./b/../x", "http://shop.example/a/x"),
        ("?x", "http://shop.example/v1/orders/7?x"),
        ("#x", "http://shop.example/v1/orders/7?full=1#x"),
        ("//errors.example/x", "http://errors.example/x"),
        ("x y", "http://shop.example/v1/orders/x%20y"),
        // Absolute URIs stay as they are.
        ("HTTPS://Shop.example:443/a/../x", "HTTPS://Shop.example:443/a/../x"),
        ("urn:shop:x", "urn:shop:x"),
        ("tag:shop.example,2025:x", "tag:shop.example,2025:x"),
        // So does what is not a URI reference.
        ("http://[", "http://["),
        ("//[", "//["),
    ] {
        let members = serde_json::json!({ "type": received, "instance": received });
        let problem = problem_of_shop("/v1/orders/7?full=1", members).await;
        assert_eq!(problem.type_uri.as_deref(), Some(resolved), "{received}");
        assert_eq!(problem.instance.as_deref(), Some(resolved), "{received}");
        let json: Value = serde_json::from_slice(&problem.json()).unwrap();
        assert_eq!(json["type"], resolved);
        let forwarded = problem.forward();
        assert_eq!(forwarded.type_uri.as_deref(), Some(received));
        assert_eq!(forwarded.instance.as_deref(), Some(received));
    }
    for received in ["", "about:blank"] {
        let problem = problem_of_shop("/", serde_json::json!({ "type": received })).await;
        assert!(is_bare(&problem, 409), "{received}");
    }

    // The last URL counts.
    let found = || async {
        let fields = [("content-type", "application/problem+json")];
        (http::StatusCode::CONFLICT, fields, r#"{"type":"x"}"#)
    };
    let redirect = || async { axum::response::Redirect::temporary("/moved/here") };
    let url = serve(Router::new().route("/", get(redirect)).route("/moved/here", get(found))).await;
    let problem = fetch(url.clone()).await.unwrap_err();
    assert_eq!(problem.type_uri, Some(format!("{url}moved/x").into()));
}

#[tokio::test]
async fn a_status_is_recognized_by_a_relative_type() {
    #[derive(HttpStatus)]
    #[status(type_base = "/errors/")]
    enum Relative {
        /// Too few are left.
        #[status(409)]
        SoldOut,
    }

    #[derive(HttpStatus)]
    #[status(type_base = "http://shop.example/errors/")]
    enum Absolute {
        /// Too few are left.
        #[status(409)]
        SoldOut,
    }

    let (relative, absolute) = (Relative::SoldOut.status(), Absolute::SoldOut.status());
    for sent in [relative, absolute] {
        let members = serde_json::json!({ "type": sent.type_uri() });
        let problem = problem_of_shop("/orders/7", members.clone()).await;
        assert!(problem.is(relative) && problem.is(absolute), "{sent:?}");

        // Without the URL, each is only itself.
        let content_type = Some(&b"application/problem+json"[..]);
        let problem = Problem::from_response(409, content_type, members.to_string().as_bytes());
        assert_eq!(problem.is(relative), sent == relative);
        assert_eq!(problem.is(absolute), sent == absolute);
        let problem = problem.resolve(&"http://shop.example/".parse().unwrap());
        assert!(problem.is(relative) && problem.is(absolute), "{sent:?}");
    }
    // The same path on another server is another type.
    for uri in ["http://stock.example/errors/sold-out", "//stock.example/errors/sold-out"] {
        let problem = problem_of_shop("/orders/7", serde_json::json!({ "type": uri })).await;
        assert!(!problem.is(relative) && !problem.is(absolute), "{uri}");
    }
    let problem = problem_of_shop("/orders/7", serde_json::json!({ "type": "sold-out" })).await;
    assert!(!problem.is(relative) && !problem.is(absolute));
    let problem = problem_of_shop("/errors/7", serde_json::json!({ "type": "sold-out" })).await;
    assert!(problem.is(relative) && problem.is(absolute));
}

#[test]
fn a_problem_can_be_resolved_again() {
    let content = br#"{"type":"/sold-out","instance":"7"}"#;
    let problem = Problem::from_response(409, Some(b"application/problem+json"), content);
    let resolved = problem.clone().resolve(&"http://u:secret@10.0.0.3/".parse().unwrap());
    assert_eq!(resolved.type_uri.as_deref(), Some("http://10.0.0.3/sold-out"));
    assert_eq!(resolved.instance.as_deref(), Some("http://10.0.0.3/7"));
    assert!(!format!("{resolved:?}").contains("secret"));
    let mut public = resolved.resolve(&"https://shop.example/orders/".parse().unwrap());
    assert_eq!(public.type_uri.as_deref(), Some("https://shop.example/sold-out"));
    assert_eq!(public.instance.as_deref(), Some("https://shop.example/orders/7"));
    assert_eq!(public.clone().forward(), problem);
    // What the client sets itself is kept.
    public.type_uri = Some("https://shop.example/errors/sold-out".into());
    public.instance = None;
    let forwarded = public.forward();
    assert_eq!(forwarded.type_uri.as_deref(), Some("https://shop.example/errors/sold-out"));
    assert_eq!(forwarded.instance, None);
    // A URL that nothing can be relative to.
    let opaque = problem.clone().resolve(&"data:,x".parse().unwrap());
    assert_eq!(opaque, problem);
}

/// The future can be awaited on another thread, and the trait can be imported `as _`.
#[tokio::test]
async fn the_future_is_send() {
    let router = Router::new().route("/", get(|| async { ClientError::Gone }));
    let url = serve(router).await;
    let task = tokio::spawn(async move { fetch(url).await.unwrap_err() });
    assert!(task.await.unwrap().is(ClientError::Gone.status()));
}

#[tokio::test]
async fn a_date_counts_from_the_date_of_the_response() {
    // The server's clock is decades behind.
    let problem = problem_of(
        "HTTP/1.1 503 A\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\
         Retry-After: Sun, 06 Nov 1994 08:50:07 GMT\r\nContent-Length: 0\r\n\r\n",
    )
    .await;
    assert_eq!(problem.retry_delay(), Some(Duration::from_secs(30)));
    assert_eq!(problem.header_fields().get("date"), None);
}

#[test]
fn the_response_of_another_client_keeps_its_header_fields() {
    let (url, server) = raw_server(|mut stream| {
        let content = r#"{"type":"/signed-out"}"#;
        write!(
            stream,
            "HTTP/1.1 401 A\r\nContent-Type: application/problem+json\r\n\
             WWW-Authenticate: Bearer\r\nRetry-After: 7\r\nServer: secret\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{content}",
            content.len()
        )
        .unwrap();
    });
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let (parts, mut body) = agent.get(url).call().unwrap().into_parts();
    let content = body.read_to_vec().unwrap();
    let problem = Problem::from_http(&http::Response::from_parts(parts, content));
    server.join().unwrap();
    assert_eq!(problem.type_uri.as_deref(), Some("/signed-out"));
    assert_eq!(problem.retry_delay(), Some(Duration::from_secs(7)));
    assert_eq!(problem.header_fields()["www-authenticate"], "Bearer");
    assert_eq!(problem.header_fields().get("server"), None);
    // As from a `HEAD`.
    let empty =
        http::Response::builder().status(404).header("Content-Type", "application/problem+json");
    let problem = Problem::from_http(&empty.body("").unwrap());
    assert!(is_bare(&problem, 404) && problem.source().is_none(), "{:?}", problem.source());
}
