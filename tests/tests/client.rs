//! What a server has answered, as its client sees it: over the wire format, and over real connections
//! with reqwest, to servers of ours and to those that break the rules.

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
    Answer, InvalidProblem, MAX_CONTENT, OrStatus as _, Problem, RetryAfter, StatusError,
};
use status_core::reqwest::ResponseExt as _;
use status_core::{ClientError, HttpStatus, ServerError, StatusTable};

/// No test waits longer.
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
    /// Too few pieces of this article are left.
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

/// What a client has read is what was sent.
fn is_read(problem: &Problem, fields: &HeaderMap, sent: &OrderError) -> Result<(), TestCaseError> {
    let status = sent.status();
    let rows: Vec<_> = OrderError::TABLE.iter().filter(|row| problem.is(row)).collect();
    prop_assert_eq!(rows, [status]);
    let found = problem.type_uri.as_deref().and_then(|uri| OrderError::TABLE.find(uri));
    prop_assert_eq!(found, status.type_uri().map(|_| status));
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
            prop_assert_eq!(problem.get::<Value>("nested"), Some(nested.clone()));
            prop_assert_eq!(problem.get::<Option<String>>("note"), Some(note.clone()));
        }
        OrderError::TooFast(_, after) => {
            let up = u64::from(after.subsec_nanos() > 0);
            let seconds = after.as_secs().saturating_add(up);
            retry_after = Some(RetryAfter::Delay(Duration::from_secs(seconds)));
        }
        OrderError::Closed { text, until } => {
            prop_assert_eq!(problem.get::<String>("text"), Some(text.clone()));
            // An HTTP-date has no parts of a second.
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
    prop_assert_eq!(RetryAfter::of(fields), retry_after);
    Ok(())
}

proptest! {
    // A failure is to be seen and mended, not kept in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn what_a_server_sends_its_client_reads(sent in order_error()) {
        let Answer { status, fields, content, .. } = Answer::of(&sent);
        let content_type = fields.get("content-type").map(http::HeaderValue::as_bytes);
        let problem = Problem::from_response(status.code(), content_type, &content);
        is_read(&problem, &fields, &sent)?;
        // And so does the client of one that sends it on.
        let Answer { status, content, .. } = Answer::from(problem.forward());
        let problem = Problem::from_response(status.code(), content_type, &content);
        is_read(&problem, &fields, &sent)?;
        // By itself, as in a log.
        is_read(&Problem::from_json(&content).unwrap(), &fields, &sent)?;
    }
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().timeout(PATIENCE).build().unwrap()
}

/// The URL of a server that runs as long as the runtime does.
async fn serve(router: Router) -> String {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, router).await.unwrap() });
    format!("http://{address}/")
}

#[test]
fn what_a_server_sends_its_client_reads_over_connections() {
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
        is_read(&problem, problem.header_fields(), &sent)
    });
    result.unwrap();
}

/// A server for one request, which does what it likes with the connection then. The thread ends with
/// the connection.
fn odd<T: Send + 'static>(
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

/// What became of it. The client works meanwhile, which has to end its connections, too.
async fn end<T: Send + 'static>(server: JoinHandle<T>) -> T {
    tokio::task::spawn_blocking(|| server.join().unwrap()).await.unwrap()
}

/// Waits for the client to end the connection.
fn left(mut stream: TcpStream) -> bool {
    match stream.read(&mut [0]) {
        Ok(read) => read == 0,
        // It leaves with what it has not read.
        Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
    }
}

async fn fetch(url: String) -> Result<reqwest::Response, Problem> {
    client().get(url).send().await.unwrap().problem_for_status().await
}

/// The problem that a client makes of these bytes.
async fn problem_of(bytes: impl AsRef<[u8]> + Send + 'static) -> Problem {
    let (url, server) = odd(move |mut stream| stream.write_all(bytes.as_ref()).unwrap());
    let problem = fetch(url).await.unwrap_err();
    end(server).await;
    problem
}

fn is_bare(problem: &Problem, code: u16) -> bool {
    let bare = Problem::new(status_core::Status::from_code(code).unwrap());
    problem.status() == bare.status() && problem.json() == bare.json()
}

fn source<T: Error + 'static>(problem: &Problem) -> &T {
    problem.source().and_then(|source| source.downcast_ref()).expect("a source of this type")
}

const HEAD: &str = "HTTP/1.1 409 A\r\nContent-Type: application/problem+json\r\n";

#[tokio::test]
async fn what_does_not_fail_is_the_response() {
    for (line, code) in [("200 OK", 200), ("304 Not Modified", 304), ("399 A", 399)] {
        let (url, server) = odd(move |mut stream| {
            write!(stream, "HTTP/1.1 {line}\r\nX-A: b\r\nConnection: close\r\n\r\n").unwrap();
        });
        let response = fetch(url).await.unwrap();
        assert_eq!(
            (response.status().as_u16(), response.headers()["x-a"].as_bytes()),
            (code, &b"b"[..])
        );
        end(server).await;
    }
    let router = Router::new().route("/", get(|| async { "content" }));
    assert_eq!(fetch(serve(router).await).await.unwrap().text().await.unwrap(), "content");
}

#[tokio::test]
async fn what_fails_is_a_problem_whatever_its_code() {
    let answer = |code: u16| format!("HTTP/1.1 {code} \r\nContent-Length: 0\r\n\r\n");
    for code in [400, 401, 404, 418, 499, 500, 503, 599] {
        assert!(is_bare(&problem_of(answer(code)).await, code));
    }
    // Those that are none count as a 500 (RFC 9110 §15).
    for code in [600, 999] {
        assert!(is_bare(&problem_of(answer(code)).await, 500));
    }
}

#[tokio::test]
async fn content_that_ends_too_early_is_not_read() {
    let object = r#"{"detail":"a","status":410}"#;
    // It sounds whole, but more was promised.
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
    // Less was promised, and no more is read.
    let problem = problem_of(format!("{HEAD}Content-Length: 20\r\n\r\n{object}")).await;
    assert!(is_bare(&problem, 409));
    let why = source::<InvalidProblem>(&problem).to_string();
    assert!(why.ends_with("EOF while parsing a string at line 1 column 20"), "{why}");
    // It ends with the connection.
    let problem = problem_of(format!("{HEAD}\r\n{object}")).await;
    assert_eq!((problem.status().code(), problem.detail.as_deref()), (409, Some("a")));
}

/// Writes until the client has left, and says how many bytes that took.
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
async fn no_more_is_read_than_makes_a_difference() {
    // More than all buffers between the two can hold.
    const MOST: usize = 1 << 30;
    let problem_json = "application/problem+json";
    for content_type in [problem_json, "text/plain", "text/html"] {
        for length in ["Content-Length: 1073741824", "X-No-Length: 1"] {
            let head = format!(
                "HTTP/1.1 502 A\r\nContent-Type: {content_type}\r\n{length}\r\nRetry-After: 7\r\n\r\n"
            );
            let (url, server) = odd(move |stream| flood(stream, &head, MOST));
            let problem = fetch(url).await.unwrap_err();
            // It has left, although it still holds the problem.
            assert!(end(server).await < MOST);
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
    // What is just as long as it may be is read, and no longer.
    for (spare, read) in [(0, true), (1, false)] {
        let detail = "a".repeat(MAX_CONTENT - r#"{"detail":""}"#.len() + spare);
        let problem = problem_of(format!("{HEAD}\r\n{{\"detail\":\"{detail}\"}}")).await;
        assert_eq!(problem.detail.is_some(), read);
    }
}

#[tokio::test]
async fn a_server_that_never_ends_is_left() {
    // Nothing of a page is of use, so nobody waits for it.
    let (url, server) = odd(|mut stream| {
        stream.write_all(b"HTTP/1.1 503 A\r\nContent-Type: text/html\r\n\r\n<html>").unwrap();
        left(stream)
    });
    let problem = fetch(url).await.unwrap_err();
    assert!(is_bare(&problem, 503) && problem.source().is_none(), "{:?}", problem.source());
    assert!(end(server).await);

    // Here the client's own patience counts.
    let (url, server) = odd(|mut stream| {
        write!(stream, "{HEAD}Allow: GET\r\nContent-Length: 100\r\n\r\n{{\"detail\":\"a\"")
            .unwrap();
        left(stream)
    });
    let impatient = Duration::from_millis(500);
    let response = client().get(url).timeout(impatient).send().await.unwrap();
    let problem = response.problem_for_status().await.unwrap_err();
    assert!(is_bare(&problem, 409));
    assert_eq!(problem.header_fields()["allow"], "GET");
    assert!(source::<reqwest::Error>(&problem).is_timeout());
    assert!(end(server).await);
}

#[tokio::test]
async fn the_media_type_is_that_of_the_response() {
    let object = r#"{"detail":"a"}"#;
    for (content_type, read) in [
        ("Content-Type: Application/Problem+JSON;charset=utf-8\r\n", true),
        ("Content-Type: application/json\r\n", false),
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
async fn the_header_fields_that_a_client_acts_on_are_kept() {
    let problem = problem_of(UPSTREAM).await;
    assert_eq!(problem.detail.as_deref(), Some("secret"));
    assert_eq!(problem.retry_delay(), Some(Duration::from_secs(120)));
    let mut kept: Vec<String> = problem
        .header_fields()
        .iter()
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    // Of one name, the first comes first.
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

/// A handler of a gateway, over real connections on both sides: what its own client gets to see.
async fn through(router: fn(String) -> Router) -> (u16, HeaderMap, String) {
    let (upstream, server) = odd(|mut stream| stream.write_all(UPSTREAM.as_bytes()).unwrap());
    let response = client().get(serve(router(upstream)).await).send().await.unwrap();
    end(server).await;
    let (code, fields) = (response.status().as_u16(), response.headers().clone());
    (code, fields, response.text().await.unwrap())
}

#[tokio::test]
async fn a_gateway_sends_nothing_on_that_it_was_not_told_to() {
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
}

/// It can be awaited on another thread, and `as _` is enough to have the method.
#[tokio::test]
async fn the_future_is_send() {
    let router = Router::new().route("/", get(|| async { ClientError::Gone }));
    let url = serve(router).await;
    let task = tokio::spawn(async move { fetch(url).await.unwrap_err() });
    assert!(task.await.unwrap().is(ClientError::Gone.status()));
}
