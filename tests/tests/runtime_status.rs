//! Statuses that are known at run time: `transparent` on an `Option`, and `dynamic` with a function.

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
        "detail": "outer", "realm": "shop",
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
fn a_field_may_be_an_option() {
    assert_eq!(Dynamic::Option(Some(StatusCode::NOT_FOUND)).code(), 404);
    assert_eq!(Dynamic::Option(None).code(), 500);
    assert_eq!(Dynamic::Field { code: Some(200) }.code(), 500);
    assert_eq!(Dynamic::Field { code: Some(410) }.code(), 410);
}
