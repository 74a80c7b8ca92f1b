//! A header field that the status requires, and whose value cannot be sent.

mod log;

use std::sync::Mutex;

use bytes::Bytes;
use http::Response;
use status_core::problem::{Answer, Body, Problem, View};
use status_core::{ClientError, HttpStatus};

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("sign in first")]
#[status(http)]
enum Error {
    /// A challenge from a field.
    #[status(401, header("WWW-Authenticate" = 0))]
    SignedOut(&'static str),
    /// Two of them.
    #[status(401, header("WWW-Authenticate" = 0), header("www-authenticate" = 1))]
    Two(&'static str, String),
    /// The methods.
    #[status(405, header("Allow" = 0))]
    NotAllowed(&'static str),
    /// It may be missing.
    #[status(401, header("WWW-Authenticate" = 0), allow(missing_header))]
    Optional(Option<&'static str>),
    /// It is not required.
    #[status(404, header("X-Name" = 0))]
    NotFound(&'static str),
    #[status(transparent)]
    Inner(Box<Error>),
}

/// It has a body of its own.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("sign in first")]
#[status(407, http, body = envelope, header("Proxy-Authenticate" = 0))]
struct Proxy(&'static str);

fn envelope(view: &View<'_>) -> Body {
    Body::new("text/plain", format!("{}: {:?}", view.status, view.detail))
}

/// Values that are no challenge.
const BROKEN: [&str; 5] = ["", " ", "Bearer realm=\"Büro\"", "Bearer\r\nX: 1", "Bearer \u{7f}"];

/// The answer in each way to make one, and the events of level error for one of them.
#[track_caller]
fn answer<E>(error: fn() -> E) -> (Answer, String)
where
    E: HttpStatus + std::fmt::Display,
    Problem: From<E>,
    Response<Bytes>: From<E>,
{
    let (answer, log) = log::errors(|| Answer::of(&error()));
    let response = Response::<Bytes>::from(error());
    let of_problem = Answer::from(Problem::from(error()));
    assert_eq!((response.headers(), response.body()), (&answer.fields, &answer.content));
    assert_eq!((&of_problem.fields, &of_problem.content), (&answer.fields, &answer.content));
    assert_eq!(response.status().as_u16(), answer.status.code());
    assert_eq!(of_problem.status, answer.status);
    (answer, log)
}

const FAILED: &str = r#"{"title":"Internal Server Error","status":500}"#;

#[test]
fn a_challenge_that_cannot_be_sent_is_a_500_and_an_event() {
    static VALUE: Mutex<&str> = Mutex::new("");
    for value in BROKEN {
        *VALUE.lock().unwrap() = value;
        for error in [
            || Error::SignedOut(*VALUE.lock().unwrap()),
            || Error::Inner(Box::new(Error::SignedOut(*VALUE.lock().unwrap()))),
        ] {
            let (answer, log) = answer(error);
            assert_eq!(answer.status.code(), 500, "{value:?}");
            assert_eq!(answer.content, FAILED);
            assert_eq!(answer.fields.len(), 1, "{:?}", answer.fields);
            assert_eq!(log.lines().count(), 1, "{log}");
            let parts = [
                "sign in first: the `WWW-Authenticate`",
                "401",
                "RFC 9110 §15.5.2",
                "http.response.status_code=500",
                "error.type=500",
            ];
            for part in parts {
                assert!(log.contains(part), "{log}");
            }
        }
    }
}

#[test]
fn another_challenge_is_enough() {
    let (answer, log) = answer(|| Error::Two("Bearer \u{7f}", "Basic".to_owned()));
    assert_eq!((answer.status.code(), &*log), (401, ""));
    assert_eq!(answer.fields["www-authenticate"], "Basic");
}

#[test]
fn an_empty_allow_says_that_no_method_is_allowed() {
    let (allowed, log) = answer(|| Error::NotAllowed(""));
    assert_eq!((allowed.status.code(), &*log), (405, ""));
    assert_eq!(allowed.fields["allow"], "");
    let (broken, _) = answer(|| Error::NotAllowed("GET\r\n"));
    assert_eq!(broken.status.code(), 500);
}

#[test]
fn none_is_what_the_waiver_is_for() {
    let (none, log) = answer(|| Error::Optional(None));
    assert_eq!((none.status.code(), &*log), (401, ""));
    let (broken, _) = answer(|| Error::Optional(Some("Büro")));
    assert_eq!(broken.status.code(), 500);
}

#[test]
fn a_field_that_is_not_required_is_omitted() {
    let (answer, log) = answer(|| Error::NotFound("Büro"));
    assert_eq!((answer.status.code(), &*log), (404, ""));
    let (answer, _) = self::answer(|| Error::NotFound(""));
    assert_eq!(answer.fields["x-name"], "");
}

#[test]
fn the_body_is_that_of_the_type() {
    let (answer, log) = answer(|| Proxy("é"));
    assert_eq!(answer.content, "500 Internal Server Error: None");
    assert!(log.contains("`Proxy-Authenticate`"), "{log}");
}

#[test]
fn a_problem_by_hand_is_checked_too() {
    let signed_out = || Problem::new(ClientError::Unauthorized.status());
    let of = |problem: Problem| Answer::from(problem).status.code();
    assert_eq!(of(signed_out().header("WWW-Authenticate", "é")), 500);
    assert_eq!(
        of(signed_out().header("WWW-Authenticate", "é").header("www-authenticate", "Basic")),
        401
    );
    assert_eq!(of(signed_out().header("X-Other", "é")), 401);
    assert_eq!(of(signed_out()), 401);
}
