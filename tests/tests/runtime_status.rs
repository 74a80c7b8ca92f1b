//! Statuses that are known at run time: `transparent` on an `Option`, and `dynamic` with a
//! function.

#![allow(clippy::trivially_copy_pass_by_ref, reason = "a function for `dynamic` takes references")]

use std::io;

use http::StatusCode;
use serde_json::{Value, json};
use status_core::problem::Problem;
use status_core::{HttpStatus, Status, StatusTable};

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("inner")]
#[status(type_base = "https://a.example/")]
enum Inner {
    /// Sign in.
    #[status(401, header("WWW-Authenticate" = "Bearer"), members(realm))]
    SignedOut { realm: &'static str },
    /// Down.
    #[status(503, detail = "down")]
    Down,
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("outer")]
#[status(type_base = "https://b.example/", header("X-Service" = "b"), members(service = "b"))]
enum Outer {
    /// The job failed, and does not say why.
    #[status(
        transparent = cause,
        fallback = 500,
        slug = "unknown-cause",
        members(job),
        header("X-Job" = job),
        detail = "it failed"
    )]
    Job { job: u8, cause: Option<Inner> },
    /// Nothing is known.
    #[status(transparent, fallback = BAD_GATEWAY)]
    Tuple(Option<Box<Inner>>),
    /// A row between them.
    #[status(404)]
    NotFound,
}

fn json(problem: &Problem) -> Value {
    serde_json::to_value(problem).unwrap()
}

#[test]
fn an_option_gives_the_status_of_what_is_in_it() {
    let error = Outer::Job { job: 7, cause: Some(Inner::SignedOut { realm: "shop" }) };
    assert_eq!(error.status().name(), "SignedOut");
    let problem = Problem::from(error);
    let expected = json!({
        "type": "https://a.example/signed-out", "title": "Sign in.", "status": 401,
        "detail": "it failed", "realm": "shop",
    });
    assert_eq!(json(&problem), expected);
    assert_eq!(problem.header_fields().len(), 1);
    assert_eq!(problem.header_fields()["www-authenticate"], "Bearer");
    let down = Problem::from(Outer::Tuple(Some(Box::new(Inner::Down))));
    assert_eq!((down.status().code(), down.detail.as_deref()), (503, Some("down")));
}

#[test]
fn none_gives_the_row_of_the_variant() {
    let problem = Problem::from(Outer::Job { job: 7, cause: None });
    let expected = json!({
        "type": "https://b.example/unknown-cause",
        "title": "The job failed, and does not say why.",
        "status": 500, "detail": "it failed", "service": "b", "job": 7,
    });
    assert_eq!(json(&problem), expected);
    assert_eq!(problem.header_fields()["x-job"], "7");
    assert_eq!(problem.header_fields()["x-service"], "b");
    let tuple = Problem::from(Outer::Tuple(None));
    assert_eq!((tuple.status().name(), tuple.status().code()), ("Tuple", 502));
    assert_eq!(tuple.detail, None);
    assert_eq!(Outer::NotFound.status().name(), "NotFound");
}

#[test]
fn the_table_has_both() {
    let names: Vec<&str> = Outer::TABLE.iter().map(Status::name).collect();
    assert_eq!(names, ["Job", "Tuple", "NotFound", "SignedOut", "Down", "SignedOut", "Down"]);
}

/// A struct.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("a struct")]
#[status(500)]
struct Plain;

/// The parameter gives no status.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("generic")]
#[status(transparent = cause, unlisted, fallback = 500)]
struct Generic<T> {
    cause: Option<T>,
}

#[test]
fn a_struct_and_a_parameter_work_too() {
    assert_eq!(Generic::<Outer> { cause: None }.status().name(), "Generic");
    assert_eq!(Generic { cause: Some(Plain) }.status().name(), "Plain");
}

mod code {
    use super::{StatusCode, io};

    pub fn of_kind(error: &io::Error) -> u16 {
        match error.kind() {
            io::ErrorKind::NotFound => 404,
            io::ErrorKind::PermissionDenied => 401,
            io::ErrorKind::TimedOut => 504,
            _ => 0,
        }
    }

    pub fn plus(one: &u16, other: &u16) -> u16 {
        one + other
    }

    pub fn of_flags(retry: &bool, times: &u8) -> Option<StatusCode> {
        match (retry, times) {
            (_, 0) => None,
            (true, _) => Some(StatusCode::SERVICE_UNAVAILABLE),
            (false, _) => Some(StatusCode::CONFLICT),
        }
    }
}

fn always() -> u16 {
    503
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("dynamic")]
enum Dynamic {
    #[status(dynamic = code::of_kind(0), fallback = 500, redact)]
    Io(io::Error),
    #[status(dynamic = self::code::of_flags(retry, r#times), fallback = 502, members(retry))]
    Flags { retry: bool, times: u8 },
    #[status(dynamic = reqwest::Error::status(0), fallback = 502, redact)]
    Client(reqwest::Error),
    #[status(dynamic = always(), fallback = 500)]
    Always,
    #[status(dynamic = Self::own(0), fallback = 500)]
    Own(u16),
    #[status(dynamic = 0, fallback = 500)]
    Option(Option<StatusCode>),
    #[status(dynamic = code, fallback = 500)]
    Field { code: std::option::Option<u16> },
}

struct Plus<const N: u16>;

impl<const N: u16> Plus<N> {
    fn code(one: &u16) -> u16 {
        one + N
    }
}

fn first<A: Copy + Into<u16>, B>(code: &A, _: &B) -> u16 {
    (*code).into()
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("generic functions")]
enum WithArguments {
    #[status(dynamic = Plus::<3>::code(0), fallback = 500)]
    Segment(u16),
    #[status(dynamic = first::<u16, u8>(0, 1,), fallback = 500)]
    Last(u16, u8),
    #[status(dynamic = <Plus<4>>::code(code), fallback = 500)]
    Type { code: u16 },
}

impl Dynamic {
    fn own(code: &u16) -> u16 {
        code + 1
    }
}

#[test]
fn a_function_of_fields_gives_the_code() {
    let io = |kind| Dynamic::Io(io::Error::from(kind)).code();
    assert_eq!(io(io::ErrorKind::NotFound), 404);
    assert_eq!(io(io::ErrorKind::TimedOut), 504);
    assert_eq!(io(io::ErrorKind::AddrInUse), 500);
    // A 401 requires a challenge, which the variant does not send.
    assert_eq!(io(io::ErrorKind::PermissionDenied), 500);
    assert_eq!(Dynamic::Flags { retry: true, times: 1 }.code(), 503);
    assert_eq!(Dynamic::Flags { retry: false, times: 1 }.code(), 409);
    assert_eq!(Dynamic::Flags { retry: true, times: 0 }.code(), 502);
    assert_eq!(Dynamic::Always.code(), 503);
    assert_eq!(Dynamic::Own(403).code(), 404);
    let builder = reqwest::Client::new().get("not a url").build().unwrap_err();
    assert_eq!(Dynamic::Client(builder).code(), 502);
}

#[test]
fn the_function_may_have_generic_arguments() {
    assert_eq!(WithArguments::Segment(401).code(), 404);
    assert_eq!(WithArguments::Last(409, 0).code(), 409);
    assert_eq!(WithArguments::Type { code: 400 }.code(), 404);
}

#[test]
fn a_field_may_be_an_option() {
    assert_eq!(Dynamic::Option(Some(StatusCode::NOT_FOUND)).code(), 404);
    assert_eq!(Dynamic::Option(None).code(), 500);
    assert_eq!(Dynamic::Field { code: Some(200) }.code(), 500);
    assert_eq!(Dynamic::Field { code: Some(410) }.code(), 410);
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("challenged")]
enum Challenged {
    #[status(dynamic = 0, fallback = 500, header("WWW-Authenticate" = 1))]
    Tuple(u16, Option<String>),
    #[status(dynamic = 0, fallback = 500, header("WWW-Authenticate" = 1))]
    Always(u16, String),
}

/// The names of fields that are keywords.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("keywords")]
enum Keywords {
    #[status(dynamic = type, fallback = 500, members("for" = type), header("X-Type" = type), detail = type)]
    Dynamic { r#type: u16 },
    #[status(dynamic = code::plus(type, match), fallback = 500)]
    Function { r#type: u16, r#match: u16 },
    #[status(transparent = type)]
    Transparent { r#type: Inner },
}

#[test]
fn a_keyword_names_a_field_without_its_prefix() {
    let problem = Problem::from(Keywords::Dynamic { r#type: 404 });
    let expected = json!({ "title": "Not Found", "status": 404, "detail": "404", "for": 404 });
    assert_eq!(json(&problem), expected);
    assert_eq!(problem.header_fields()["x-type"], "404");
    assert_eq!(Keywords::Function { r#type: 400, r#match: 9 }.code(), 409);
    assert_eq!(Keywords::Transparent { r#type: Inner::Down }.code(), 503);
}

#[test]
fn a_required_field_that_may_be_none_is_required_at_run_time() {
    let code = |code, challenge: Option<&str>| {
        let error = Challenged::Tuple(code, challenge.map(str::to_owned));
        (error.code(), Problem::from(error).header_fields().len())
    };
    assert_eq!(code(401, Some("Bearer")), (401, 1));
    assert_eq!(code(401, None), (500, 0));
    assert_eq!(code(405, Some("Bearer")), (500, 1));
    assert_eq!(code(404, None), (404, 0));
    assert_eq!(Challenged::Always(401, String::new()).code(), 401);
}

/// It leads back to itself through every pointer that has a status.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("recursive")]
enum Recursive {
    /// The end.
    #[status(404)]
    End,
    #[status(transparent)]
    Rc(std::rc::Rc<Self>),
    /// Nothing in it.
    #[status(transparent, fallback = 500)]
    Option(Option<std::rc::Rc<Recursive>>),
    #[status(transparent)]
    Boxed(Box<Self>),
}

#[test]
fn a_type_may_lead_back_to_itself() {
    let end = || std::rc::Rc::new(Recursive::End);
    assert_eq!(Recursive::Rc(end()).code(), 404);
    assert_eq!(Recursive::Option(Some(end())).code(), 404);
    assert_eq!(Recursive::Option(None).code(), 500);
    assert_eq!(Recursive::Boxed(Box::new(Recursive::End)).code(), 404);
    assert_eq!(Recursive::TABLE.iter().count(), 2);
}
