//! `decode`: the server's error, from what a client received, over real connections and from servers
//! that lie.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::error::Error as _;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::routing::get;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use http_body_util::{BodyExt as _, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde::{Deserialize, Serialize};
use status_core::problem::{
    Decode, Failure, FromFieldValue, InvalidProblem, Problem, RetryAfter, StatusError,
};
use status_core::reqwest::ResponseExt as _;
use status_core::reqwest::blocking::ResponseExt as _;
use status_core::{ClientError, HttpStatus, ServerError, Status};
use tower::ServiceExt as _;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Position {
    line: u32,
    column: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
enum Shipment {
    Post,
    Courier { name: String, phone: (u8, u64) },
}

#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[status(axum, decode, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// Numbers.
    #[error("numbers")]
    #[status(409, members(a, b, c, d, e, f, g, h, i, j))]
    Numbers {
        a: u8,
        b: u16,
        c: u32,
        d: u64,
        e: i8,
        f: i16,
        g: i32,
        h: i64,
        i: f64,
        j: std::num::NonZeroU32,
    },
    /// Texts.
    #[error("texts")]
    #[status(422, members(a, "textOf" = b, c, d, kind = "texts", e, f))]
    Texts { a: String, b: Cow<'static, str>, c: Box<str>, d: char, e: bool, f: Option<String> },
    /// Collections.
    #[error("collections")]
    #[status(500, members(a, b, c, d, e, f, g, h))]
    Collections {
        a: Vec<u32>,
        b: [i8; 3],
        c: BTreeMap<String, Option<u8>>,
        d: HashMap<u16, String>,
        e: Position,
        f: Shipment,
        g: Option<Vec<Position>>,
        h: Box<(u8, String)>,
    },
    /// Header fields.
    #[error("header fields")]
    #[status(
        429,
        header("Retry-After" = after),
        header("X-Until" = until),
        header("X-Left" = left),
        header("X-Plan" = "none"),
        header("X-Plan" = plan),
        header("X-Plan" = other_plan),
        header("X-Raw" = raw),
        header("Location" = location),
        header("X-Method" = method)
    )]
    HeaderFields {
        after: Duration,
        until: Option<SystemTime>,
        left: i64,
        plan: String,
        other_plan: Option<u8>,
        raw: HeaderValue,
        location: Uri,
        method: Method,
    },
    /// A detail.
    #[error("not sent")]
    #[status(402, detail = 0, members("amount" = 1))]
    Detail(String, u64),
    /// An optional detail.
    #[error("not sent")]
    #[status(402, detail = detail)]
    OptionalDetail { detail: Option<Box<str>> },
    /// What a client does without.
    #[error("its cause is not sent")]
    #[status(502, decode_default(cause), members(id))]
    Cause { id: u8, cause: Option<u8> },
    #[error(transparent)]
    #[status(transparent)]
    Stock(#[from] StockError),
    #[error(transparent)]
    #[status(transparent)]
    Canonical(#[from] Box<ServerError>),
    /// The stock service did not answer.
    #[error("no stock")]
    #[status(transparent = 0, fallback = 504)]
    Maybe(Option<Delivery>),
    /// The upstream's code.
    #[error("upstream: {1}")]
    #[status(dynamic = 0, fallback = 502, members("text" = 1), header("Retry-After" = 2))]
    Upstream(u16, String, Option<Duration>),
}

/// Without a type, by its code and its constant members.
#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("stock")]
#[status(decode, members(code = slug))]
enum StockError {
    /// No item has this name.
    #[status(404, members(item))]
    UnknownItem { item: String },
    /// No shelf has this number.
    #[status(404, members(shelf))]
    UnknownShelf { shelf: u32 },
    /// Nothing is left.
    #[status(410)]
    SoldOut,
}

/// The delivery was refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("refused")]
#[status(451, decode, type_base = "https://delivery.example/", members(law))]
struct Delivery {
    law: String,
}

fn order_error() -> impl Strategy<Value = OrderError> {
    let text = any::<String>;
    let visible = || "[!-~]([ -~]{0,20}[!-~])?";
    let seconds = || (0..4_000_000_000_u64).prop_map(Duration::from_secs);
    let position = || (any::<u32>(), any::<Option<u32>>());
    let position = move || position().prop_map(|(line, column)| Position { line, column });
    let shipment = prop_oneof![
        Just(Shipment::Post),
        (text(), any::<(u8, u64)>()).prop_map(|(name, phone)| Shipment::Courier { name, phone }),
    ];
    let uri = "/[a-z0-9/]{0,20}(\\?[a-z]{1,5})?".prop_map(|uri| uri.parse::<Uri>().unwrap());
    let method = prop::sample::select(vec![Method::GET, Method::PATCH, Method::CONNECT]);
    prop_oneof![
        any::<((u8, u16, u32, u64), (i8, i16, i32, i64), f64, std::num::NonZeroU32)>().prop_map(
            |((a, b, c, d), (e, f, g, h), i, j)| OrderError::Numbers {
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i: if i.is_finite() { i } else { 0.5 },
                j,
            }
        ),
        (text(), text(), text(), any::<(char, bool, Option<String>)>()).prop_map(
            |(a, b, c, (d, e, f))| OrderError::Texts { a, b: b.into(), c: c.into(), d, e, f }
        ),
        (
            any::<(Vec<u32>, [i8; 3], BTreeMap<String, Option<u8>>, HashMap<u16, String>)>(),
            (position(), shipment, prop::option::of(prop::collection::vec(position(), 0..3))),
            any::<(u8, String)>(),
        )
            .prop_map(|((a, b, c, d), (e, f, g), h)| OrderError::Collections {
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h: Box::new(h)
            }),
        (
            (seconds(), prop::option::of(seconds()), any::<i64>(), visible(), any::<Option<u8>>()),
            (visible(), uri, method),
        )
            .prop_map(
                |((after, until, left, plan, other_plan), (raw, location, method))| {
                    OrderError::HeaderFields {
                        after,
                        until: until.map(|seconds| UNIX_EPOCH + seconds),
                        left,
                        plan,
                        other_plan,
                        raw: raw.parse().unwrap(),
                        location,
                        method,
                    }
                }
            ),
        (text(), any::<u64>()).prop_map(|(text, amount)| OrderError::Detail(text, amount)),
        any::<Option<String>>()
            .prop_map(|detail| OrderError::OptionalDetail { detail: detail.map(Into::into) }),
        any::<u8>().prop_map(|id| OrderError::Cause { id, cause: None }),
        prop_oneof![
            text().prop_map(|item| StockError::UnknownItem { item }),
            any::<u32>().prop_map(|shelf| StockError::UnknownShelf { shelf }),
            Just(StockError::SoldOut),
        ]
        .prop_map(OrderError::Stock),
        prop::sample::select(ServerError::ALL)
            .prop_map(|error| OrderError::Canonical(Box::new(error))),
        prop::option::of(text().prop_map(|law| Delivery { law })).prop_map(OrderError::Maybe),
        (402..600_u16, text(), prop::option::of(seconds()))
            .prop_filter("other variants have these", |(code, ..)| !(500..=511).contains(code)
                && ![405, 407, 426, 410].contains(code))
            .prop_map(|(code, text, delay)| OrderError::Upstream(code, text, delay)),
    ]
}

type Queue = Arc<Mutex<Vec<OrderError>>>;

/// A server that answers each request with the last error in the queue.
fn serve(queue: Queue) -> SocketAddr {
    let (send, receive) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let handler = move || async move {
            Err::<(), _>(queue.lock().unwrap().pop().expect("a request follows an error"))
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            send.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, Router::new().route("/", get(handler))).await.unwrap();
        });
    });
    receive.recv().unwrap()
}

fn generated(count: usize) -> Vec<OrderError> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| order_error().new_tree(&mut runner).unwrap().current()).collect()
}

/// The first has no constant member, and would match whatever the others do.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("payment")]
#[status(decode)]
enum PaymentError {
    /// The payment failed.
    #[status(402)]
    Failed,
    /// The card has expired.
    #[status(402, members(reason = "card"))]
    Card,
    /// The credit card has expired.
    #[status(402, members(reason = "card", credit = true))]
    Credit,
}

#[test]
fn of_the_variants_with_a_code_the_one_with_the_most_constants_matches() {
    for error in [PaymentError::Failed, PaymentError::Card, PaymentError::Credit] {
        let problem = Problem::from_json(&Problem::of(&error).json()).unwrap();
        assert_eq!(PaymentError::decode(problem), Ok(error));
    }
}

#[test]
fn each_error_comes_back_with_each_client() {
    let queue = Queue::default();
    let url = format!("http://{}/", serve(queue.clone()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let http_client = reqwest::Client::new();
    let blocking = reqwest::blocking::Client::new();
    let hyper: Client<_, Empty<bytes::Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    let ureq = ureq::Agent::new_with_config(
        ureq::Agent::config_builder().http_status_as_error(false).build(),
    );
    for error in generated(500) {
        let received = |name: &str, received: Result<OrderError, Problem>| {
            assert_eq!(received, Ok(error.clone()), "{name}");
        };
        let queue = || queue.lock().unwrap().push(error.clone());

        queue();
        let problem = runtime.block_on(async {
            let response = http_client.get(&url).send().await.unwrap();
            response.problem_for_status().await.unwrap_err()
        });
        received("reqwest", OrderError::decode(problem));

        queue();
        let failure = runtime.block_on(async {
            let response = http_client.get(&url).send().await.unwrap();
            response.error_for_status_as::<OrderError>().await.unwrap_err()
        });
        assert_eq!(failure, Failure::Decoded(error.clone()));

        queue();
        let response = blocking.get(&url).send().unwrap();
        let failure = response.error_for_status_as::<OrderError>().unwrap_err();
        assert_eq!(failure, Failure::Decoded(error.clone()));

        queue();
        let response = runtime.block_on(async {
            let response = hyper.get(url.parse().unwrap()).await.unwrap();
            let (parts, body) = response.into_parts();
            let content = body.collect().await.unwrap().to_bytes();
            http::Response::from_parts(parts, content)
        });
        received("hyper", OrderError::from_http(&response));

        queue();
        let mut response = ureq.get(&url).call().unwrap();
        let content = response.body_mut().read_to_vec().unwrap();
        let (code, fields) = (response.status().as_u16(), response.headers());
        received("ureq", OrderError::from_parts(code, fields, &content));

        queue();
        let response = runtime.block_on(async {
            let request = http::Request::get(&url).body(Empty::<bytes::Bytes>::new()).unwrap();
            let response = hyper.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let content = body.collect().await.unwrap().to_bytes();
            http::Response::from_parts(parts, content)
        });
        received("tower", OrderError::from_http(&response));
        received("TryFrom", OrderError::try_from(Problem::of(&error)));
    }
}

fn json(code: u16, content: &str) -> Problem {
    Problem::from_response(code, Some(b"application/problem+json"), content.as_bytes())
}

/// The problem that was not decoded, unchanged, and why it was not.
#[track_caller]
#[allow(clippy::needless_pass_by_value, reason = "the callers have made it for this")]
fn refused(problem: Problem) -> Option<String> {
    let returned = OrderError::decode(problem.clone()).unwrap_err();
    assert_eq!(returned, problem);
    returned.source().map(ToString::to_string)
}

const TEXTS: &str = r#"{"type":"https://shop.example/errors/"#;

#[test]
fn the_source_says_which_part_is_wrong() {
    let with = |rest: &str| json(422, &format!("{TEXTS}texts\"{rest}}}"));
    assert_eq!(
        refused(with(r#","a":"a","c":"c","d":"d","e":true"#)).as_deref(),
        Some("the member `textOf` of `Texts`: it is missing")
    );
    assert_eq!(
        refused(with(r#","a":["x"],"textOf":"b","c":"c","d":"d","e":true"#)).as_deref(),
        Some("the member `a` of `Texts`: invalid type: sequence, expected a string")
    );
    assert_eq!(
        refused(with(r#","a":"a","textOf":"b","c":"c","d":"dd","e":true"#)).as_deref(),
        Some("the member `d` of `Texts`: invalid value: string \"dd\", expected a character")
    );
    // A number in JSON is not a text, as it is in gRPC.
    let numbers = format!("{TEXTS}numbers\",\"a\":\"7\"}}");
    assert_eq!(
        refused(json(409, &numbers)).as_deref(),
        Some("the member `a` of `Numbers`: invalid type: string \"7\", expected u8")
    );
    // A control character in what another server wrote.
    assert_eq!(
        refused(with(",\"a\":\"a\",\"textOf\":\"b\",\"c\":\"c\",\"d\":\"\\u001b[31m\",\"e\":true"))
            .as_deref(),
        Some(
            "the member `d` of `Texts`: invalid value: string \"\\u{1b}[31m\", expected a character"
        )
    );
    let fields = HeaderMap::from_iter([
        ("content-type".parse().unwrap(), "application/problem+json".parse().unwrap()),
        ("retry-after".parse().unwrap(), "soon".parse().unwrap()),
    ]);
    let content = format!("{TEXTS}header-fields\"}}");
    let problem = Problem::from_parts(429, &fields, content.as_bytes());
    assert_eq!(
        refused(problem).as_deref(),
        Some("the header field `Retry-After` of `HeaderFields`: invalid value \"soon\"")
    );
    let problem = json(402, &format!("{TEXTS}detail\",\"amount\":7}}"));
    assert_eq!(refused(problem).as_deref(), Some("the detail of `Detail`: it is missing"));
}

#[test]
fn the_source_quotes_only_part_of_what_is_wrong() {
    let long = "a".repeat(1 << 20);
    let numbers = format!("{TEXTS}numbers\",\"status\":409,\"a\":\"{long}\"}}");
    let why = refused(Problem::from_json(numbers.as_bytes()).unwrap()).unwrap();
    let start = "the member `a` of `Numbers`: invalid type: string \"aaa";
    assert!(why.starts_with(start) && why.ends_with("aaa…"), "{why}");
    assert!((1024..1100).contains(&why.len()), "{}", why.len());

    let fields = HeaderMap::from_iter([
        ("content-type".parse().unwrap(), "application/problem+json".parse().unwrap()),
        ("retry-after".parse().unwrap(), long.parse().unwrap()),
    ]);
    let content = format!("{TEXTS}header-fields\"}}");
    let why = refused(Problem::from_parts(429, &fields, content.as_bytes())).unwrap();
    assert!(why.ends_with("aaa…") && why.len() < 1100, "{}", why.len());
}

/// A newer server may have added them, or changed one.
#[test]
fn constants_are_compared_only_where_nothing_else_tells_variants_apart() {
    assert_eq!(StockError::decode(json(410, "{}")), Ok(StockError::SoldOut));
    let members = r#""a":"1","textOf":"2","c":"3","d":"4","kind":"words","e":true"#;
    let texts = json(422, &format!("{TEXTS}texts\",{members}}}"));
    assert!(matches!(OrderError::decode(texts), Ok(OrderError::Texts { .. })));
}

#[test]
fn another_problem_comes_back_without_a_source() {
    for problem in [
        json(404, r#"{"type":"https://other.example/errors/texts","a":1}"#),
        json(404, r#"{"title":"Not Found"}"#),
        json(404, r#"{"code":"unknown-street"}"#),
        json(410, r#"{"type":"https://shop.example/errors/sold-out","code":"sold-out"}"#),
        Problem::from_response(404, Some(b"text/html"), b"<html>"),
        Problem::from_response(302, None, b""),
    ] {
        assert_eq!(refused(problem), None);
    }
}

#[test]
fn a_lying_server_neither_panics_nor_hangs() {
    // The code on the status line wins.
    let text = OrderError::Upstream(409, "a".into(), None);
    let lie = json(409, r#"{"status":200,"text":"a"}"#);
    assert_eq!(OrderError::decode(lie), Ok(text));
    assert_eq!(refused(json(200, r#"{"status":500}"#)), None);

    let long_type = format!(r#"{{"type":"https://shop.example/{}","a":1}}"#, "x".repeat(1 << 20));
    assert!(refused(json(404, &long_type)).is_some(), "the content is too long to be read");
    let problem = Problem::from_json(long_type.replace("\"a\"", "\"status\":404,\"a\"").as_bytes());
    assert_eq!(refused(problem.unwrap()), None);

    let members: Vec<String> = (0..600_000).map(|at| format!("\"m{at}\":\"{at}\"")).collect();
    let many = format!("{TEXTS}texts\",\"status\":422,{}}}", members.join(","));
    assert!(many.len() > 10_000_000);
    let problem = Problem::from_json(many.as_bytes()).unwrap();
    assert!(refused(problem).unwrap().ends_with("it is missing"));

    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let problem = json(422, &format!("{TEXTS}texts\",\"a\":{deep}}}"));
    assert!(refused(problem).unwrap().starts_with("the member `a` of `Texts`: "));

    let fields = HeaderMap::from_iter([
        ("retry-after".parse().unwrap(), "1000000000000000000".parse().unwrap()),
        ("date".parse().unwrap(), "Sun, 06 Nov 1994 08:49:37 GMT".parse().unwrap()),
    ]);
    let problem = Problem::from_parts(503, &fields, b"");
    assert_eq!(problem.retry_delay(), Some(Duration::from_secs(1_000_000_000_000_000_000)));
    let decoded = OrderError::decode(problem);
    assert_eq!(decoded, Ok(OrderError::Canonical(Box::new(ServerError::ServiceUnavailable))));
}

#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("untyped")]
#[status(decode)]
enum Untyped {
    /// The client is not signed in.
    #[status(403)]
    SignedOut,
    /// Nothing is left, or less than ordered.
    #[status(409, members(left, code = slug))]
    SoldOut { left: Option<u32> },
    /// A step has failed.
    #[status(422, members(step))]
    Failed { step: u32 },
    #[status(transparent)]
    Canonical(ServerError),
}

/// What was sent may have been another error, or have had more members.
#[test]
fn a_problem_that_could_not_be_read_is_not_decoded() {
    let long = format!(r#"{{"left":3,"a":"{}"}}"#, "x".repeat(1 << 20));
    for (content, why) in [
        (r#"{"left":3,"code":"sold-"#, "invalid JSON: EOF while parsing a string"),
        ("<html>", "expected a JSON object"),
        (&long, "content longer than"),
    ] {
        for code in [403, 409, 422, 502] {
            for forward in [|problem| problem, Problem::forward] {
                let problem = forward(json(code, content));
                let returned = Untyped::decode(problem.clone()).unwrap_err();
                assert_eq!(returned, problem);
                let source = returned.source().unwrap();
                assert!(source.is::<InvalidProblem>(), "{code} {content}: {source}");
                assert!(source.to_string().starts_with(why), "{code} {content}: {source}");
            }
        }
        assert!(ServerError::decode(json(502, content)).unwrap_err().source().is_some());
    }
}

#[test]
fn content_that_is_no_problem_is_decoded_by_its_code() {
    for (content_type, content) in [
        (&b"text/html"[..], "<html>"),
        (b"text/plain", "no"),
        (b"application/json", "[1]"),
        (b"application/json", "<html>"),
        // As from a `HEAD`.
        (b"application/problem+json", ""),
    ] {
        let read = |code| Problem::from_response(code, Some(content_type), content.as_bytes());
        assert_eq!(Untyped::decode(read(403)), Ok(Untyped::SignedOut));
        assert_eq!(Untyped::decode(read(409)), Ok(Untyped::SoldOut { left: None }));
        let bad_gateway = Untyped::Canonical(ServerError::BadGateway);
        assert_eq!(Untyped::decode(read(502)), Ok(bad_gateway));
    }
}

/// Whatever its source says, a problem that is not of one type may be of another.
#[test]
fn a_problem_can_be_decoded_as_one_type_after_another() {
    let problem = json(422, "{}");
    let returned = Untyped::decode(problem).unwrap_err();
    assert_eq!(
        returned.source().map(ToString::to_string).as_deref(),
        Some("the member `step` of `Failed`: it is missing")
    );
    assert_eq!(ClientError::decode(returned), Ok(ClientError::UnprocessableContent));
    // A problem of this program has a source of another kind.
    let own = Problem::from(StatusError::new(ServerError::BadGateway, "no route"));
    assert_eq!(ServerError::decode(own), Ok(ServerError::BadGateway));
}

/// The upstream is busy.
#[derive(Debug, PartialEq, HttpStatus)]
#[status(503, decode, header("Retry-After" = 0))]
struct At<T>(T);

#[test]
fn dates_and_seconds_are_converted_at_the_time_of_the_response() {
    let read = |retry_after: &str| {
        let fields = HeaderMap::from_iter([
            ("retry-after".parse().unwrap(), retry_after.parse().unwrap()),
            ("date".parse().unwrap(), "Sun, 06 Nov 1994 08:49:37 GMT".parse().unwrap()),
        ]);
        Problem::from_parts(503, &fields, b"")
    };
    let sent = UNIX_EPOCH + Duration::from_secs(784_111_777);
    let minute = Duration::from_secs(60);
    let date = "Sun, 06 Nov 1994 08:50:37 GMT";
    assert_eq!(At::decode(read(date)), Ok(At(minute)));
    assert_eq!(At::decode(read("60")), Ok(At(minute)));
    assert_eq!(At::decode(read(date)), Ok(At(sent + minute)));
    assert_eq!(At::decode(read("60")), Ok(At(sent + minute)));
    assert_eq!(At::decode(read("60")), Ok(At(RetryAfter::Delay(minute))));
    assert_eq!(At::decode(read("60")), Ok(At(Some(60_u8))));
    assert_eq!(At::<u8>::decode(read("600")).unwrap_err().status().code(), 503);
}

#[test]
fn without_the_time_of_the_response_dates_and_seconds_are_not_converted() {
    fn read<T: FromFieldValue>(value: &'static str) -> Option<T> {
        T::from_field_value(&HeaderValue::from_static(value))
    }
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    let (sent, minute) = (UNIX_EPOCH + Duration::from_secs(784_111_777), Duration::from_secs(60));
    assert_eq!(read(date), Some(sent));
    assert_eq!(read("60"), Some(minute));
    assert_eq!(read::<Duration>(date), None);
    assert_eq!(read::<SystemTime>("60"), None);
    assert_eq!(read("60"), Some(Some(minute)));
    assert_eq!(read::<Option<Duration>>(date), None);
}

#[test]
fn a_failure_is_displayed_as_the_error_or_the_problem_and_has_its_source() {
    let decoded = StatusError::new(ServerError::BadGateway, "the stock service is down");
    let other = json(410, "no JSON");
    let why = other.source().unwrap().to_string();
    for (failure, text, source) in [
        (Failure::Decoded(decoded), "502 Bad Gateway", "the stock service is down"),
        (Failure::Other(other), "410 Gone", &why),
    ] {
        assert_eq!(failure.to_string(), text);
        assert_eq!(failure.source().unwrap().to_string(), source);
    }
}

#[test]
fn canonical_tables_are_decoded_by_code() {
    let gone = || json(410, r#"{"title":"Gone"}"#);
    assert_eq!(ClientError::decode(gone()), Ok(ClientError::Gone));
    assert_eq!(ServerError::decode(gone()), Err(gone()));
    let typed = json(410, r#"{"type":"/errors/gone"}"#);
    assert_eq!(ClientError::decode(typed.clone()), Err(typed));
}

status_core::status_table! {
    /// Codes of the edge.
    #[status(decode, allow(unregistered_code))]
    enum Edge {
        /// The origin is down.
        521 WebServerDown "Web Server Is Down",
    }
}

#[test]
fn a_table_is_decoded_by_code() {
    assert_eq!(Edge::decode(json(521, "{}")), Ok(Edge::WebServerDown));
    assert_eq!(Edge::try_from(json(520, "{}")), Err(json(520, "{}")));
    assert_eq!(StatusCode::from_u16(521).unwrap().as_u16(), Edge::WebServerDown.code());
}

/// What a proxy says about the servers behind it.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("upstream: {0}")]
#[status(range = 5xx, decode)]
enum ProxyError {
    /// The upstream's code.
    #[status(dynamic = 0, fallback = 502)]
    Upstream(u16),
}

#[test]
fn a_dynamic_variant_is_only_decoded_from_the_codes_of_its_type() {
    let decode = |code| ProxyError::decode(Problem::new(Status::from_code(code).unwrap()));
    for code in [500, 599] {
        let ProxyError::Upstream(received) = decode(code).unwrap();
        assert_eq!(received, code);
    }
    for code in [404, 499] {
        assert_eq!(decode(code).unwrap_err().status().code(), code);
    }
}

/// The first would match whatever the second does.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("upstream: {0:?}")]
#[status(decode)]
enum GatewayError {
    #[status(dynamic = 0, fallback = 502, members(by = "gateway"))]
    Gateway(u16),
    #[status(dynamic = 0, fallback = 502, members(by = "gateway", region = 1_u8))]
    Region(u16),
}

#[test]
fn a_dynamic_variant_is_only_decoded_from_what_its_server_can_have_sent() {
    for error in [GatewayError::Gateway(504), GatewayError::Region(504)] {
        let problem = Problem::from_json(&Problem::of(&error).json()).unwrap();
        assert_eq!(GatewayError::decode(problem), Ok(error));
    }
    for other in [
        json(504, r#"{"by":"proxy"}"#),
        json(504, r#"{"type":"https://other.example/slow","by":"gateway"}"#),
        Problem::from_response(504, Some(b"text/html"), b"<html>"),
    ] {
        assert_eq!(GatewayError::decode(other.clone()), Err(other));
    }
}

/// Errors of an inner service.
#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("inner")]
#[status(decode)]
enum InnerError {
    /// The shelf is not found.
    #[status(404, members(kind = "shelf"))]
    Shelf,
    /// It says why.
    #[status(409, detail = why)]
    Conflict { why: Option<String> },
}

/// Its own error has the code of another one inside of it.
#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("outer")]
#[status(decode)]
enum OuterError {
    /// The order is not found.
    #[status(404)]
    Order,
    #[status(transparent)]
    Inner(InnerError),
}

/// The canonical error has the code of one with a constant member.
#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("outer")]
#[status(decode)]
enum OfBoth {
    #[status(transparent)]
    Inner(InnerError),
    #[status(transparent)]
    Canonical(ClientError),
}

/// Two variants share a slug.
#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("shared")]
#[status(decode, type_base = "https://shop.example/errors/")]
enum Shared {
    /// It is one kind.
    #[status(400, slug = "shared", title = "Shared", members(kind = "one"))]
    One,
    /// It is the other.
    #[status(400, slug = "shared", title = "Shared", members(kind = "other"))]
    Other,
}

fn comes_back<E: Decode + HttpStatus + std::fmt::Display + std::fmt::Debug + PartialEq>(error: E) {
    let problem = Problem::from_json(&Problem::of(&error).json()).unwrap();
    assert_eq!(E::decode(problem), Ok(error));
}

#[test]
fn constants_tell_variants_of_inner_types_apart() {
    comes_back(OuterError::Order);
    comes_back(OuterError::Inner(InnerError::Shelf));
    comes_back(OfBoth::Inner(InnerError::Shelf));
    comes_back(OfBoth::Canonical(ClientError::NotFound));
    comes_back(Shared::One);
    comes_back(Shared::Other);
    // No variant has another constant, and none other has the code.
    let inner = InnerError::decode(json(404, r#"{"kind":"aisle"}"#));
    assert_eq!(inner, Ok(InnerError::Shelf));
}

#[test]
fn the_detail_of_a_variant_is_not_that_of_its_field() {
    let problem = json(409, r#"{"detail":"text"}"#);
    let inner = || InnerError::Conflict { why: Some("text".to_owned()) };
    assert_eq!(OuterError::decode(problem.clone()), Ok(OuterError::Inner(inner())));
    let Explained { inner, text } = Explained::decode(problem).unwrap();
    assert_eq!((inner, &*text), (InnerError::Conflict { why: None }, "text"));
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("explained")]
#[status(transparent = inner, decode, detail = text)]
struct Explained {
    inner: InnerError,
    text: String,
}

/// It leads back to itself.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("recursive")]
#[status(decode, type_base = "https://shop.example/errors/")]
enum Recursive {
    /// It failed.
    #[status(404)]
    Failed,
    #[status(transparent)]
    Again(Box<Self>),
    #[status(transparent, unlisted)]
    Through(Box<Through>),
}

#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("through another type")]
#[status(decode, type_base = "https://shop.example/through/")]
enum Through {
    #[status(transparent, unlisted)]
    Back(Box<Recursive>),
    #[status(transparent, unlisted)]
    AndBack(std::sync::Arc<Recursive>),
}

#[test]
fn a_type_that_leads_back_to_itself_is_searched_once() {
    comes_back(Recursive::Failed);
    let other = Problem::from_response(502, Some(b"text/html"), b"<html>");
    assert_eq!(Recursive::decode(other.clone()), Err(other.clone()));
    assert_eq!(Through::decode(other.clone()), Err(other));
}

/// As if they were from two versions of a crate.
#[test]
fn types_of_one_name_can_be_inside_each_other() {
    #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
    #[error("second version")]
    #[status(decode)]
    enum Error {
        /// No shelf has this number.
        #[status(404)]
        UnknownShelf,
        #[status(transparent)]
        Wrapped(Wrapped<u8>),
    }

    #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
    #[error("wrapped")]
    #[status(decode)]
    enum Wrapped<T: std::fmt::Debug> {
        /// The number is taken.
        #[status(409, members(number))]
        Taken { number: T },
    }

    type Second = Error;
    {
        #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
        #[error("first version")]
        #[status(decode)]
        enum Error {
            #[status(transparent)]
            Second(Box<Second>),
        }

        assert_eq!(std::any::type_name::<Error>(), std::any::type_name::<Second>());
        comes_back(Error::Second(Box::new(Second::UnknownShelf)));
        comes_back(Error::Second(Box::new(Second::Wrapped(Wrapped::Taken { number: 7 }))));
    }
}

/// One instance of a generic type is inside another, and shares its statics.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("an instance")]
#[status(decode)]
enum Instance<T: HttpStatus + std::error::Error + Decode + 'static> {
    /// It is locked.
    #[status(423)]
    Locked,
    #[status(transparent, unlisted)]
    Inner(T),
}

#[test]
fn instances_of_a_generic_type_can_be_inside_each_other() {
    comes_back(Instance::<Instance<StockError>>::Locked);
    comes_back(Instance::Inner(Instance::Inner(StockError::UnknownShelf { shelf: 7 })));
}

/// Something is not found. A client decodes it by hand.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("by hand")]
#[status(404)]
struct ByHand;

impl Decode for ByHand {
    fn decode(problem: Problem) -> Result<Self, Problem> {
        if problem.status().code() == 404 { Ok(Self) } else { Err(problem) }
    }
}

#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("around it")]
#[status(decode)]
enum AroundByHand {
    /// The order is not found.
    #[status(404)]
    Order,
    #[status(transparent)]
    ByHand(ByHand),
    /// It is locked.
    #[status(423, members(by = "owner"))]
    Locked,
    #[status(dynamic = 0, fallback = 502)]
    Upstream(u16),
}

#[test]
fn what_matches_anything_is_tried_after_what_matches_something() {
    comes_back(AroundByHand::Order);
    assert_eq!(AroundByHand::decode(json(423, "{}")), Ok(AroundByHand::Locked));
    assert_eq!(AroundByHand::decode(json(503, "{}")), Ok(AroundByHand::Upstream(503)));
    let typed = json(404, r#"{"type":"https://other.example/errors/gone"}"#);
    assert_eq!(AroundByHand::decode(typed), Ok(AroundByHand::ByHand(ByHand)));
}

#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("generic")]
#[status(decode)]
enum Generic<T: std::fmt::Debug> {
    /// No item has this key.
    #[status(404, members(key))]
    Unknown { key: T },
    #[status(transparent)]
    Again(Box<Self>),
}

#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("generic upstream")]
#[status(decode)]
enum GenericUpstream<T: std::fmt::Debug> {
    #[status(dynamic = 0, fallback = 502, members(key = 1))]
    Upstream(u16, T),
}

#[test]
fn a_generic_type_is_decoded_with_its_members() {
    comes_back(GenericUpstream::Upstream(504, 7_u64));
    comes_back(Generic::Unknown { key: 7_u64 });
    comes_back(Generic::Unknown { key: "7".to_owned() });
}

/// A client does without the version, although it is sent.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("versioned")]
#[status(409, decode, members(version), decode_default(version))]
struct Versioned {
    version: u32,
}

#[test]
fn a_default_replaces_what_is_sent() {
    let problem = Problem::of(&Versioned { version: 7 });
    assert_eq!(Versioned::decode(problem), Ok(Versioned { version: 0 }));
}

macro_rules! many {
    ($($name:ident)*) => {
        #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
        #[error("one of many")]
        #[status(decode, members(code = slug))]
        enum Many {
            $(
                /// It is refused.
                #[status(409)]
                $name,
            )*
        }

        #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
        #[error("one of many types")]
        #[status(decode)]
        enum Around {
            $(
                #[status(transparent)]
                $name($name),
            )*
        }

        $(
            /// It is refused.
            #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
            #[error("refused")]
            #[status(409, decode, members(code = slug))]
            struct $name;
        )*
    };
}

many! {
    A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 B0 B1 B2 B3 B4 B5 B6 B7 B8 B9 C0 C1 C2 C3 C4 C5 C6 C7 C8 C9
    D0 D1 D2 D3 D4 D5 D6 D7 D8 D9 E0 E1 E2 E3 E4 E5 E6 E7 E8 E9
}

/// The shortest of some times, so that what else the machine does hardly counts.
fn shortest<T>(mut run: impl FnMut() -> (Duration, T)) -> (Duration, T) {
    (0..5).map(|_| run()).min_by_key(|(time, _)| *time).unwrap()
}

#[test]
fn the_time_to_decode_is_linear_in_the_length() {
    let zeros = format!("\"code\":[0{}]", ",0".repeat((1 << 19) - 100));
    let text = format!(r#""code":"{}""#, "\\u0061".repeat((1 << 20) / 6 - 100));
    let digits = format!("\"code\":1{}", "0".repeat((1 << 20) - 100));
    let members: Vec<String> = (0..80_000).map(|at| format!("\"m{at}\":0")).collect();
    for members in [zeros, text, digits, members.join(",")] {
        for start in [r#"{"type":"/other","#, "{"] {
            let content = format!("{start}{members}}}");
            assert!((500_000..1 << 20).contains(&content.len()), "{}", content.len());
            let (to_read, problem) = shortest(|| {
                let start = Instant::now();
                let problem = json(409, &content);
                (start.elapsed(), problem)
            });
            assert!(problem.source().is_none() && problem.members().len() > 0);
            let decoding = |decode: fn(Problem) -> bool| {
                let run = || {
                    let problem = problem.clone();
                    let start = Instant::now();
                    let decoded = decode(problem);
                    (start.elapsed(), decoded)
                };
                let (to_decode, decoded) = shortest(run);
                assert!(to_decode < to_read * 4, "{to_decode:?}, and {to_read:?} to read {start}");
                decoded
            };
            assert!(!decoding(|problem| Many::decode(problem).is_ok()));
            // Only this one can have another constant.
            let is_first = |problem| Around::decode(problem) == Ok(Around::A0(A0));
            assert_eq!(decoding(is_first), start == "{");
        }
    }
}

/// As another program may write them.
#[test]
fn a_constant_is_a_value_and_not_the_text_of_it() {
    #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
    #[error("constants")]
    #[status(decode)]
    enum Constants {
        /// A text.
        #[status(409, members(text = "é😀\"/"))]
        Text,
        /// An integer.
        #[status(409, members(number = 1))]
        Integer,
    }
    let decode = |members: &str| Constants::decode(json(409, members)).ok();
    for text in [r#""é😀\"/""#, r#""\u00e9\uD83D\ude00\u0022\u002F""#, r#""é😀\"\/""#] {
        assert_eq!(decode(&format!("{{\"text\": {text} }}")), Some(Constants::Text), "{text}");
    }
    assert_eq!(decode(r#"{"number":1}"#), Some(Constants::Integer));
    for other in ["{}", r#"{"text":"é"}"#, r#"{"number":"1"}"#, r#"{"number":[1]}"#] {
        assert_eq!(decode(other), None, "{other}");
    }
}

/// Only the response without an error of the stock service tells the attempt.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("the stock service failed")]
#[status(decode)]
enum StockCall {
    #[status(transparent = error, decode_default(attempt))]
    Refused { error: StockError, attempt: u8 },
    /// The stock service did not answer.
    #[status(transparent = error, fallback = 504, members(attempt), decode_default(attempt))]
    Failed { error: Option<ServerError>, attempt: u8 },
}

#[test]
fn a_default_is_for_the_problem_of_the_field() {
    let failed = |error, attempt| StockCall::Failed { error, attempt };
    let refused = |attempt| StockCall::Refused { error: StockError::SoldOut, attempt };
    for (sent, expected) in [
        (refused(3), refused(0)),
        (
            failed(Some(ServerError::NotImplemented), 3),
            failed(Some(ServerError::NotImplemented), 0),
        ),
        (failed(None, 3), failed(None, 3)),
    ] {
        assert_eq!(StockCall::decode(Problem::of(&sent)), Ok(expected));
    }
}
