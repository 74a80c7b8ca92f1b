//! `body`: a body of the type's own, instead of a JSON problem.

mod log;

use bytes::Bytes;
use http::Response;
use status_core::problem::{Answer, Body, BodyFn, Problem, View};
use status_core::{ClientError, HttpStatus, Status, status_table};

fn envelope(view: &View<'_>) -> Body {
    let View { status, type_uri, title, detail, instance, .. } = view;
    Body::json(&(status.slug(), type_uri, title, detail, instance, view.get::<u8>("id")))
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(http, body = envelope, type_base = "/", range = 200..=599)]
enum Error {
    /// Tuple.
    #[status(404, members(id = 0), header("X-Id" = 0))]
    NotFound(u8),
    /// A success.
    #[status(200, redact)]
    Fine,
    /// Nothing to send.
    #[status(304, redact)]
    Unchanged,
    /// An inner error.
    #[status(transparent)]
    Inner(Inner),
    #[status(dynamic = 0, fallback = 502)]
    Dynamic(u16),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("inner")]
#[status(http, body = self::of_inner)]
enum Inner {
    /// Refused.
    #[status(403)]
    Refused,
}

fn of_inner(view: &View<'_>) -> Body {
    Body::new("text/csv; charset=utf-8", view.status.code().to_string())
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("outer")]
#[status(http)]
enum Outer {
    /// Its own.
    #[status(404)]
    NotFound,
    #[status(transparent)]
    Inner(Inner),
    #[status(transparent)]
    Boxed(Box<Inner>),
    /// Nothing in it.
    #[status(transparent, fallback = 500)]
    Option(Option<Inner>),
}

trait Shape {
    const CONTENT_TYPE: &str;
}

struct Csv;

impl Shape for Csv {
    const CONTENT_TYPE: &str = "text/csv; charset=utf-8";
}

struct Of<S>(S);

impl<S: Shape> Of<S> {
    fn body(_: &View<'_>) -> Body {
        Body::new(S::CONTENT_TYPE, "body")
    }
}

fn shaped<S: Shape, const N: u8>(_: &View<'_>) -> Body {
    Body::new(S::CONTENT_TYPE, N.to_string())
}

/// A function with generic arguments.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("shaped")]
#[status(404, http, body = self::shaped::<Csv, 7>)]
struct Shaped;

/// A type with generic arguments.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("of a type")]
#[status(404, http, body = Of::<Csv>::body, header("X-Shape" = "csv",))]
struct OfAType;

/// A type in angle brackets.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("in brackets")]
#[status(404, http, body = <Of<Csv>>::body)]
struct InBrackets;

status_table! {
    /// A table with a body.
    #[status(http, body = of_inner)]
    enum Table {
        /// No such thing.
        404 NotFound,
    }
}

/// The content type and the content of the answer, which all conversions share.
fn sent<E>(error: E) -> (String, String)
where
    E: HttpStatus + std::fmt::Display,
    Problem: From<E>,
    Response<Bytes>: From<E>,
{
    let answer = Answer::of(&error);
    let response: Response<Bytes> = Answer::response(&error);
    assert_eq!((response.headers(), response.body()), (&answer.fields, &answer.content));
    assert_eq!(response.status().as_u16(), answer.status.code());
    let of_problem = Answer::from(Problem::of(&error));
    assert_eq!((&of_problem.fields, &of_problem.content), (&answer.fields, &answer.content));
    let converted = Response::<Bytes>::from(error);
    assert_eq!((converted.headers(), converted.body()), (&answer.fields, &answer.content));
    let content_type = answer.fields.get("content-type");
    let content_type = content_type.map_or("", |value| value.to_str().unwrap()).to_owned();
    (content_type, String::from_utf8(answer.content.to_vec()).unwrap())
}

fn json(content: &str) -> (String, String) {
    ("application/json".to_owned(), content.to_owned())
}

fn csv(content: &str) -> (String, String) {
    ("text/csv; charset=utf-8".to_owned(), content.to_owned())
}

#[test]
fn it_is_made_from_the_public_parts() {
    let expected = json(r#"["not-found","/not-found","Tuple.","text",null,7]"#);
    assert_eq!(sent(Error::NotFound(7)), expected);
    assert_eq!(sent(Error::Dynamic(410)), json(r#"["gone",null,"Gone","text",null,null]"#));
    let problem = Problem::from(Error::NotFound(7)).instance("/7").member("id", &8);
    let answer = Answer::from(problem);
    let expected = r#"["not-found","/not-found","Tuple.","text","/7",8]"#;
    assert_eq!(answer.content, expected);
    assert_eq!(answer.fields["x-id"], "7");
}

#[test]
fn the_function_may_have_generic_arguments() {
    assert_eq!(sent(Shaped), csv("7"));
    assert_eq!(sent(OfAType), csv("body"));
    assert_eq!(sent(InBrackets), csv("body"));
    assert_eq!(Answer::of(&OfAType).fields["X-Shape"], "csv");
}

#[test]
fn the_body_of_the_outer_type_is_that_of_all_its_variants() {
    let expected = json(r#"["refused",null,"Forbidden","text",null,null]"#);
    assert_eq!(sent(Error::Inner(Inner::Refused)), expected);
}

#[test]
fn without_one_a_transparent_variant_has_that_of_its_field() {
    assert_eq!(sent(Inner::Refused), csv("403"));
    assert_eq!(sent(Outer::Inner(Inner::Refused)), csv("403"));
    assert_eq!(sent(Outer::Boxed(Box::new(Inner::Refused))), csv("403"));
    assert_eq!(sent(Outer::Option(Some(Inner::Refused))), csv("403"));
    let problem = "application/problem+json";
    assert_eq!(sent(Outer::Option(None)).0, problem);
    assert_eq!(sent(Outer::NotFound).0, problem);
}

#[test]
fn a_table_may_have_one() {
    assert_eq!(sent(Table::NotFound), csv("404"));
}

#[test]
fn a_code_that_is_no_error_has_it_too() {
    let expected = json(r#"["fine","/fine","A success.",null,null,null]"#);
    assert_eq!(sent(Error::Fine), expected);
}

#[test]
fn what_has_no_content_has_no_body() {
    assert_eq!(sent(Error::Unchanged), (String::new(), String::new()));
    let unchanged = Answer::from(Problem::from(Error::Unchanged).detail("never sent"));
    assert!(unchanged.content.is_empty());
}

/// An error whose body is made by any function.
#[derive(Debug, thiserror::Error)]
#[error("by hand")]
struct ByHand(BodyFn);

impl HttpStatus for ByHand {
    fn status(&self) -> &'static Status {
        ClientError::Conflict.status()
    }

    fn body(&self) -> Option<BodyFn> {
        Some(self.0)
    }
}

/// The answer, and what is logged at level `ERROR` while it is made.
fn logged(function: BodyFn) -> (Answer, String) {
    log::errors(|| Answer::of(&ByHand(function)))
}

/// A panic payload that panics when it is dropped.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("once more");
    }
}

#[test]
fn one_that_cannot_be_sent_is_a_problem_and_an_event() {
    /// It fails to serialize, because its keys are not strings.
    fn fails(_: &View<'_>) -> Body {
        Body::json(&std::collections::BTreeMap::from([((1, 2), 3)]))
    }

    let cases: [(BodyFn, &str); 6] = [
        (|_| panic!("the function has a bug"), "the function panicked"),
        (|_| std::panic::panic_any(Bomb), "the function panicked"),
        (|_| Body::new("json", ""), "\"json\" is not a media type"),
        (|_| Body::new("text/plain\r\nX-Evil: 1", ""), "is not a media type"),
        (|_| Body::json(&1).media_type("application/é"), "is not a media type"),
        (fails, "key must be a string"),
    ];
    for (function, why) in cases {
        let (answer, log) = logged(function);
        assert_eq!(answer.fields["content-type"], "application/problem+json");
        assert_eq!(answer.content, r#"{"title":"Conflict","status":409}"#);
        let expected = "status_core: the `body` of this response cannot be sent, so the client gets the JSON problem: ";
        assert!(log.trim_start().starts_with("ERROR "), "{log}");
        assert!(log.contains(expected) && log.contains(why), "{log}");
        assert!(log.contains("http.response.status_code=409 error.type=409"), "{log}");
        assert_eq!(log.lines().count(), 1, "{log}");
    }
    let (answer, log) = logged(|_| Body::new("text/plain", "fine"));
    assert_eq!((answer.content, &*log), (Bytes::from("fine"), ""));
}

#[test]
fn an_empty_body_has_no_content_type() {
    for empty in [(|_| Body::new("text/plain", "")) as BodyFn, |_| Body::empty()] {
        let (answer, log) = logged(empty);
        assert!(answer.content.is_empty() && log.is_empty(), "{log}");
        assert!(answer.fields.get("content-type").is_none());
    }
}

#[test]
fn a_pointer_has_the_body_of_what_it_points_to() {
    let boxed: Box<dyn HttpStatus> = Box::new(Inner::Refused);
    assert!(boxed.body().is_some());
    assert!(ClientError::NotFound.body().is_none());
}
