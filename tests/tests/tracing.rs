//! Logging: one event for each error response.

mod log;

use std::error::Error;
use std::fmt;
use std::io;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use serde_json::{Value, json};
use status_core::problem::{Answer, OrStatus, Problem};
use status_core::tower::ProblemLayer;
use status_core::{
    ClientError, HttpStatus, Informational, Redirection, ServerError, Status, Success,
};
use tower::ServiceExt;
use tracing::field::Empty;

use crate::log::Log;

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, type_base = "/errors/")]
enum Failure {
    /// The provider failed.
    #[error("payment provider: {host}")]
    #[status(502)]
    Payment { host: &'static str, source: Lost },
    /// No order has this number.
    #[error("order {0} not found")]
    #[status(404)]
    OrderNotFound(u64),
    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429)]
    TooFast,
    /// The caller took too long.
    #[error("too slow")]
    #[status(408)]
    TooSlow,
    #[error(transparent)]
    #[status(transparent)]
    Inner(#[from] Inner),
}

#[derive(Debug, thiserror::Error)]
#[error("connection lost")]
struct Lost(#[source] io::Error);

#[derive(Debug, thiserror::Error, HttpStatus)]
enum Inner {
    /// It is not here.
    #[error("the disk is on fire")]
    #[status(500)]
    Disk(#[source] io::Error),
}

/// It does not implement `Error`, so it has no source.
#[derive(HttpStatus)]
#[status(500, axum)]
struct Plain;

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plainly wrong")
    }
}

/// It implements `Error` only if its content implements `Display`.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("about {about:?}")]
#[status(500, axum)]
struct Generic<T: fmt::Debug> {
    about: T,
    source: io::Error,
}

/// Runs `f` and returns its result and the events: level, target and fields.
fn events<R>(f: impl FnOnce() -> R) -> (R, Vec<Value>) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    let result = tracing::subscriber::with_default(subscriber, f);
    let events = log.text();
    (result, events.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn event_of(error: impl IntoResponse) -> Value {
    let (_, mut events) = events(|| error.into_response());
    assert_eq!(events.len(), 1, "{events:?}");
    events.remove(0)
}

fn lost() -> Failure {
    Failure::Payment { host: "payments.internal", source: Lost(io::Error::other("reset by peer")) }
}

#[test]
fn an_event_has_what_is_kept_out_of_the_response() {
    assert_eq!(
        event_of(lost()),
        json!({
            "level": "ERROR",
            "target": "status_core",
            "fields": {
                "message": "payment provider: payments.internal",
                "http.response.status_code": 502,
                "error.type": "/errors/payment",
                "error.sources": "connection lost: reset by peer",
            },
        })
    );
    let fields = |error| event_of(error)["fields"].clone();
    assert_eq!(
        fields(Failure::Inner(Inner::Disk(io::Error::other("no oxygen")))),
        json!({
            "message": "the disk is on fire",
            "http.response.status_code": 500,
            "error.type": "500",
            "error.sources": "no oxygen",
        })
    );
    assert_eq!(
        event_of(Plain)["fields"],
        json!({
            "message": "plainly wrong",
            "http.response.status_code": 500,
            "error.type": "500",
        })
    );
    let generic = Generic { about: 7, source: io::Error::other("odd") };
    assert_eq!(event_of(generic)["fields"]["error.sources"], "odd");
}

#[test]
fn the_level_depends_on_the_code() {
    let level = |error: Failure| event_of(error)["level"].clone();
    assert_eq!(level(lost()), "ERROR");
    assert_eq!(level(Failure::TooFast), "WARN");
    assert_eq!(level(Failure::TooSlow), "WARN");
    assert_eq!(level(Failure::OrderNotFound(7)), "INFO");
    assert_eq!(event_of(ServerError::BadGateway)["level"], "ERROR");
    assert_eq!(event_of(ClientError::Conflict)["level"], "INFO");
}

#[test]
fn successful_responses_have_no_event() {
    let ((), events) = events(|| {
        let _ = Success::Created.into_response();
        let _ = Redirection::Found.into_response();
        let _ = Answer::of(&Informational::Continue);
    });
    assert_eq!(events, [] as [Value; 0]);
}

#[test]
fn a_problem_logs_its_error_when_it_is_sent() {
    let (problem, before) = events(|| Problem::from(lost()));
    assert_eq!(before, [] as [Value; 0]);
    assert_eq!(event_of(problem), event_of(lost()));

    let message = |problem: Problem| event_of(problem)["fields"]["message"].clone();
    assert_eq!(message(Problem::from(Failure::OrderNotFound(7))), "order 7 not found");
    assert_eq!(
        message(ServerError::ServiceUnavailable.problem().detail("a storm")),
        "503 Service Unavailable: a storm"
    );
    let status = Status::from_code(404).unwrap();
    assert_eq!(message(Problem::new(status).detail("gone")), "404 Not Found: gone");

    let foreign =
        Err::<(), _>(io::Error::other("no such table")).or_status(ServerError::BadGateway);
    let foreign = foreign.unwrap_err();
    let expected = json!({
        "message": "502 Bad Gateway",
        "http.response.status_code": 502,
        "error.type": "502",
        "error.sources": "no such table",
    });
    assert_eq!(event_of(foreign.clone())["fields"], expected);
    assert_eq!(event_of(Problem::from(foreign))["fields"], expected);
}

#[test]
fn without_a_type_the_error_type_is_the_code() {
    let unknown = Problem::new(Status::from_code(599).unwrap());
    assert_eq!(event_of(unknown)["fields"]["error.type"], "599");
}

#[test]
fn a_cyclic_source_chain_ends() {
    /// Each is the source of the one before it.
    static COUNTS: [Count; 100] = {
        let mut counts = [const { Count(0) }; 100];
        let mut at = 0;
        while at < 100 {
            counts[at] = Count(at);
            at += 1;
        }
        counts
    };
    #[derive(Debug)]
    struct Count(usize);
    impl fmt::Display for Count {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "round {}", self.0)
        }
    }
    impl Error for Count {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(COUNTS.get(self.0 + 1)?)
        }
    }
    #[derive(Debug)]
    struct Round;
    impl fmt::Display for Round {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("round")
        }
    }
    impl Error for Round {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(&Round)
        }
    }
    let round = Err::<(), _>(Round).or_status(ServerError::BadGateway).unwrap_err();
    assert_eq!(event_of(round)["fields"]["error.sources"], "round");
    let long = Err::<(), _>(Count(0)).or_status(ServerError::BadGateway).unwrap_err();
    let expected: Vec<String> = (0..64).map(|count| format!("round {count}")).collect();
    assert_eq!(event_of(long)["fields"]["error.sources"], expected.join(": "));
}

#[test]
fn the_extensions_have_the_status_and_the_details() {
    let response = Failure::OrderNotFound(7).into_response();
    let status = |response: &Response| *response.extensions().get::<&'static Status>().unwrap();
    assert_eq!(status(&response).name(), "OrderNotFound");
    let details = response.extensions().get::<status_core::problem::Details>().unwrap();
    assert_eq!(details.detail.as_deref(), Some("order 7 not found"));

    let response = lost().into_response();
    assert_eq!(status(&response).name(), "Payment");
    assert!(response.extensions().get::<status_core::problem::Details>().is_none());
}

/// Even with two nested layers.
#[test]
fn errors_of_the_framework_have_one_event() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let router = Router::new()
        .route("/lost", get(async || Err::<(), _>(lost())))
        .route("/said", get(async || (StatusCode::NOT_FOUND, "no such page")))
        .layer(ProblemLayer::new())
        .layer(ProblemLayer::new());
    let events_of = |path: &str| {
        let request = Request::get(path).header("accept", "text/html").body(Body::empty()).unwrap();
        events(|| runtime.block_on(router.clone().oneshot(request)).unwrap()).1
    };
    assert_eq!(
        events_of("/none"),
        [json!({
            "level": "INFO",
            "target": "status_core",
            "fields": {
                "message": "404 Not Found",
                "http.response.status_code": 404,
                "error.type": "404",
            },
        })]
    );
    let lost = events_of("/lost");
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0]["fields"]["message"], "payment provider: payments.internal");
    assert_eq!(events_of("/said"), [json!(null); 0]);
}

/// Input from a client, with everything that could forge a line or move a cursor.
const FORGED: &str = "a\r\nERROR status_core: forged\u{1b}[2J\u{8}\u{85}\u{7f}\u{2028}\u{2029}\u{202e}\u{2066}\u{200f}\tb\u{0}";
const ESCAPED: &str = "a\\r\\nERROR status_core: forged\\u{1b}[2J\\u{8}\\u{85}\\u{7f}\\u{2028}\\u{2029}\\u{202e}\\u{2066}\\u{200f}\\tb\\u{0}";

/// A name that a client chose.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("no {name}")]
#[status(404, axum)]
struct Chosen {
    name: String,
    source: io::Error,
}

fn chosen() -> Chosen {
    Chosen { name: FORGED.to_owned(), source: io::Error::other(format!("{FORGED}!")) }
}

#[test]
fn control_characters_are_escaped() {
    let expected = format!("no {ESCAPED}");
    let fields = event_of(chosen())["fields"].clone();
    assert_eq!(fields["message"], expected);
    assert_eq!(fields["error.sources"], format!("{ESCAPED}!"));
    let fields = event_of(Problem::from(chosen()).detail(FORGED))["fields"].clone();
    assert_eq!(fields["message"], format!("{expected}: {ESCAPED}"));
    assert_eq!(fields["error.sources"], format!("{ESCAPED}!"));
    let problem = Problem::new(ClientError::NotFound.status()).detail(FORGED);
    let message = event_of(problem)["fields"]["message"].clone();
    assert_eq!(message, format!("404 Not Found: {ESCAPED}"));
    let foreign = Err::<(), _>(FORGED).or_status(ClientError::NotFound).unwrap_err();
    assert_eq!(event_of(Problem::from(foreign))["fields"]["error.sources"], ESCAPED);
    // What is sent has them: JSON escapes them itself.
    let answer = Answer::of(&chosen());
    let sent: Value = serde_json::from_slice(&answer.content).unwrap();
    assert_eq!(sent["detail"], format!("no {FORGED}"));
}

#[test]
fn a_text_log_has_one_line_for_each_event() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, || drop(chosen().into_response()));
    let log = log.text();
    assert_eq!(log.lines().count(), 1, "{log}");
    let plain = |c: char| c == '\n' || !c.is_control();
    assert!(log.chars().all(plain), "{log:?}");
}

#[test]
fn a_detail_in_place_of_the_message_is_not_logged() {
    /// It has one.
    #[derive(Debug, thiserror::Error, HttpStatus)]
    #[error("the log's text")]
    #[status(502, axum, detail = "the client's text")]
    struct Detail;

    let message = |error: Problem| event_of(error)["fields"]["message"].clone();
    assert_eq!(event_of(Detail)["fields"]["message"], "the log's text");
    assert_eq!(message(Detail.into()), "the log's text");
    assert_eq!(message(Problem::from(Detail).detail("more")), "the log's text: more");
}

/// A message that ends with that of its source.
#[derive(Debug, thiserror::Error, HttpStatus)]
enum Repeats {
    /// The usual way.
    #[error("cannot save: {0}")]
    #[status(500)]
    Usual(#[source] Lost),
    /// Not at a word.
    #[error("unknown")]
    #[status(500)]
    Word(#[source] io::Error),
}

#[test]
fn a_source_is_not_repeated_after_the_message_that_ends_with_it() {
    let usual = || Repeats::Usual(Lost(io::Error::other("reset")));
    let ((), direct) = events(|| drop(Answer::of(&usual())));
    for fields in [direct[0]["fields"].clone(), log_of(usual())] {
        assert_eq!(fields["message"], "cannot save: connection lost");
        assert_eq!(fields["error.sources"], "reset");
    }
    let word = log_of(Repeats::Word(io::Error::other("own")));
    assert_eq!(word["error.sources"], "own");
}

fn log_of(error: impl Into<Problem>) -> Value {
    event_of(error.into())["fields"].clone()
}

#[test]
fn two_types_of_one_slug_are_two_errors_in_the_log() {
    let mut problem = Problem::from(Failure::OrderNotFound(7));
    assert_eq!(log_of(problem.clone())["error.type"], "/errors/order-not-found");
    problem.type_uri = Some("https://other.example/\u{1b}".into());
    assert_eq!(log_of(problem)["error.type"], "https://other.example/\\u{1b}");
}

/// As OpenTelemetry's conventions for HTTP servers ask: a 4xx is the client's error.
#[test]
fn the_span_of_a_5xx_has_failed() {
    let span_of = |error: Failure| {
        let (_, events) = events(|| {
            let span = tracing::info_span!(
                "request",
                http.response.status_code = Empty,
                error.r#type = Empty,
                otel.status_code = Empty
            );
            span.in_scope(|| error.into_response())
        });
        assert_eq!(events.len(), 1, "{events:?}");
        events[0]["span"].clone()
    };
    assert_eq!(
        span_of(lost()),
        json!({
            "name": "request",
            "http.response.status_code": 502,
            "error.type": "/errors/payment",
            "otel.status_code": "ERROR",
        })
    );
    let not_found = json!({ "name": "request", "http.response.status_code": 404 });
    assert_eq!(span_of(Failure::OrderNotFound(7)), not_found);
    // Fields that the span has not declared are not added to it.
    let (_, events) = events(|| tracing::info_span!("own").in_scope(|| lost().into_response()));
    assert_eq!(events[0]["span"], json!({ "name": "own" }));
}

/// A challenge that may be one that cannot be sent.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("sign in first")]
#[status(401, http, axum, header("WWW-Authenticate" = challenge))]
struct SignedOut {
    challenge: &'static str,
    source: io::Error,
}

/// The 500 that is sent without a required header field has the one event, and the span has its code.
#[test]
fn a_response_that_becomes_a_500_is_logged_as_one() {
    let signed_out =
        |challenge| SignedOut { challenge, source: io::Error::other("no key for \"realm\"") };
    let ways: [fn(SignedOut) -> u16; 3] = [
        |error| Answer::of(&error).status.code(),
        |error| Answer::response::<bytes::Bytes, _>(&error).status().as_u16(),
        |error| Answer::from(Problem::from(error)).status.code(),
    ];
    for answer in ways {
        let in_span = |challenge| {
            let (code, events) = events(|| {
                let span = tracing::info_span!(
                    "request",
                    http.response.status_code = Empty,
                    error.r#type = Empty,
                    otel.status_code = Empty
                );
                span.in_scope(|| answer(signed_out(challenge)))
            });
            assert_eq!(events.len(), 1, "{events:?}");
            assert_eq!(events[0]["span"]["http.response.status_code"], code);
            assert_eq!(events[0]["fields"]["http.response.status_code"], code);
            assert_eq!(events[0]["fields"]["error.sources"], "no key for \"realm\"");
            events[0].clone()
        };
        let sent = in_span("Bearer");
        assert_eq!(sent["level"], "INFO");
        assert_eq!(sent["fields"]["message"], "sign in first");
        let lost = in_span("é");
        assert_eq!(lost["level"], "ERROR");
        assert_eq!(lost["fields"]["http.response.status_code"], 500);
        assert_eq!(
            lost["fields"]["message"],
            "sign in first: the `WWW-Authenticate` of this 401 is empty or has characters that cannot \
             be sent, so the client gets a 500 (RFC 9110 §15.5.2)"
        );
        assert_eq!(lost["fields"]["error.type"], "500");
        assert_eq!(lost["span"]["error.type"], "500");
        assert_eq!(lost["span"]["otel.status_code"], "ERROR");
    }
}

/// Another server chose the type, which is also a field of the span.
#[test]
fn what_is_logged_of_a_forwarded_problem_has_a_limit() {
    for name in ["type", "title", "detail"] {
        let content = json!({ name: "x".repeat(10_000), "status": 503 });
        let content = serde_json::to_vec(&content).unwrap();
        let problem = Problem::from_json(&content).unwrap().forward();
        let (_, events) = events(|| {
            let span = tracing::info_span!("request", error.r#type = Empty);
            span.in_scope(|| Answer::from(problem))
        });
        let length = |part: &str, field: &str| events[0][part][field].to_string().len();
        let lengths = [length("span", "error.type"), length("fields", "message")];
        assert!(lengths.iter().all(|length| *length < 1100), "{name}: {lengths:?}");
        assert!(lengths.iter().any(|length| *length > 1000), "{name}: {lengths:?}");
        assert_eq!(events[0]["fields"]["error.type"], events[0]["span"]["error.type"]);
    }
}
