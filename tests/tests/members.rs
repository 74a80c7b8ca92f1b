//! `members`, `header`, `expose` and `redact`, on a variant and on its enum.

use serde_json::{Value, json};
use status_core::HttpStatus;
use status_core::problem::{Answer, Members, Problem};

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(
    http,
    range = 200..=599,
    slug_case = "snake_case",
    members(code = slug, "for" = "orders", version = 2),
    header("X-Service" = "orders"),
    redact
)]
enum Error {
    /// Tuple.
    #[status(404, members(id = 0, second = 1, number = 0_i64))]
    Tuple(u64, &'static str),
    /// Named.
    #[status(409, members(left, "retryAfter" = r#after, number = 1001, negative = -5, yes = true), expose)]
    Named { left: u32, r#after: Option<u32> },
    /// It has a field of that name.
    #[status(410, members(own = slug), header("X-A" = slug), header("X-B" = slug))]
    Slug { slug: &'static str },
    /// Large numbers keep their digits.
    #[status(412, members(max = 18_446_744_073_709_551_615, min = -9_223_372_036_854_775_808, big = 9_223_372_036_854_775_807))]
    Large,
    /// Nothing of its own.
    #[status(500, slug = "E-1")]
    Unit,
    #[status(transparent)]
    Inner(Inner),
    #[status(transparent = r#source)]
    Among { id: u8, source: Inner },
    #[status(transparent = 1)]
    Second(u8, Inner),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(http, members("for" = "orders", version = 2), header("X-Service" = "orders"), redact)]
enum Upstream {
    #[status(dynamic = 0, fallback = 502, expose)]
    Dynamic(u16),
}

/// The enum takes the code from the slug, and the dynamic variant gives it itself.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(slug_case = "snake_case", members(code = slug, "for" = "orders"), redact)]
enum Coded {
    /// It has a slug.
    #[status(404)]
    NotFound,
    #[status(dynamic = 0, fallback = 502, members(code = "upstream_failed"))]
    Dynamic(u16),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("inner")]
enum Inner {
    /// Gone.
    #[status(410, members(slug))]
    Gone { slug: u8 },
}

/// The type of its member is known where `Self` is.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(409, members(kind), header("X-Kind" = kind))]
struct Kinded {
    kind: <Self as Kind>::Name,
}

trait Kind {
    type Name;
}

impl Kind for Kinded {
    type Name = u8;
}

fn json(error: impl HttpStatus + std::fmt::Display) -> Value {
    serde_json::to_value(Problem::from(error)).unwrap()
}

#[test]
fn a_member_is_a_field_a_literal_or_the_slug() {
    let expected = json!({
        "title": "Not Found", "status": 404, "code": "tuple", "for": "orders", "version": 2,
        "id": 7, "second": "b", "number": 0,
    });
    assert_eq!(json(Error::Tuple(7, "b")), expected);
    let expected = json!({
        "title": "Conflict", "status": 409, "detail": "text", "code": "named", "for": "orders",
        "version": 2, "left": 3, "retryAfter": 60, "number": 1001, "negative": -5, "yes": true,
    });
    assert_eq!(json(Error::Named { left: 3, r#after: Some(60) }), expected);
    let slug = json(Error::Slug { slug: "its own" });
    assert_eq!((&slug["code"], &slug["own"]), (&json!("its own"), &json!("its own")));
    let large = json(Error::Large);
    assert_eq!(large["max"], json!(u64::MAX));
    assert_eq!((&large["min"], &large["big"]), (&json!(i64::MIN), &json!(i64::MAX)));
}

#[test]
fn the_members_of_the_type_are_in_every_status_of_its_own() {
    let expected = json!({
        "title": "Internal Server Error", "status": 500, "code": "E-1", "for": "orders", "version": 2,
    });
    assert_eq!(json(Error::Unit), expected);
    let expected = json!({
        "title": "Service Unavailable", "status": 503, "detail": "text", "for": "orders", "version": 2,
    });
    assert_eq!(json(Upstream::Dynamic(503)), expected);
    let inner = json(Error::Inner(Inner::Gone { slug: 1 }));
    let expected = json!({ "title": "Gone", "status": 410, "detail": "text", "slug": 1 });
    assert_eq!(inner, expected);
    assert_eq!(json(Error::Among { id: 2, source: Inner::Gone { slug: 1 } }), expected);
    assert_eq!(json(Error::Second(2, Inner::Gone { slug: 1 })), expected);
}

#[test]
fn the_type_of_a_member_may_depend_on_the_error() {
    assert_eq!(json(Kinded { kind: 7 })["kind"], 7);
}

#[test]
fn a_member_that_is_none_is_omitted() {
    let named = json(Error::Named { left: 3, r#after: None });
    assert!(named.get("retryAfter").is_none(), "{named}");
    let problem = Problem::from(Error::Unit).member("a", &1).member("b", &None::<u8>);
    assert_eq!(problem.members().last(), Some(("a", "1")));
    let problem = problem.member("a", &None::<u8>);
    assert!(problem.members().all(|(name, _)| name != "a"), "{:?}", problem.members().last());
}

#[test]
fn the_header_fields_of_the_type_are_sent_with_each_status_of_its_own() {
    fn service<E>(error: E) -> Option<String>
    where
        http::Response<Vec<u8>>: From<E>,
    {
        let response = http::Response::from(error);
        let value = response.headers().get("x-service").cloned();
        value.map(|value| value.to_str().unwrap().to_owned())
    }

    let orders = Some("orders".to_owned());
    assert_eq!(service(Error::Unit), orders);
    assert_eq!(service(Error::Large), orders);
    assert_eq!(service(Upstream::Dynamic(503)), orders);
    assert_eq!(service(Error::Inner(Inner::Gone { slug: 1 })), None);
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(members(code = slug, text = "a \"b\"\n"))]
enum Constant {
    /// Nothing but constants.
    #[status(500, members(number = -5, yes = true, hex = 0xff, typed = 1_001_i64))]
    Fixed,
    /// A detail and a field.
    #[status(409, members(left, kind = "x"))]
    Mixed { left: u8 },
}

#[test]
fn constants_are_part_of_the_static_body() {
    let expected = r#"{"title":"Internal Server Error","status":500,"code":"fixed","text":"a \"b\"\n","number":-5,"yes":true,"hex":255,"typed":1001}"#;
    let answer = Answer::of(&Constant::Fixed);
    assert_eq!(answer.content, expected);
    // Nothing is added at run time.
    assert!(answer.details.is_none());
    let problem = Problem::from(Constant::Fixed);
    assert_eq!(problem.json(), expected.as_bytes());
    assert_eq!(serde_json::to_string(&problem).unwrap(), expected);
    assert_eq!(problem.get("code"), Some("fixed".to_owned()));
    let names: Vec<&str> = problem.members().map(|(name, _)| name).collect();
    assert_eq!(names, ["code", "text", "number", "yes", "hex", "typed"]);
    assert_eq!(problem.members().len(), 6);
}

/// Moved.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("moved")]
#[status(301, range = 3xx, redact, header("Location" = "/new"), members(code = slug))]
struct Moved;

#[test]
fn constants_are_sent_with_a_code_that_is_no_error() {
    let expected = r#"{"title":"Moved Permanently","status":301,"code":"moved"}"#;
    assert_eq!(Answer::of(&Moved).content, expected);
    assert_eq!(Answer::from(Problem::of(&Moved)).content, expected);
}

#[test]
fn constants_precede_the_detail() {
    let problem = Problem::from(Constant::Mixed { left: 3 });
    let expected = r#"{"title":"Conflict","status":409,"code":"mixed","text":"a \"b\"\n","kind":"x","detail":"text","left":3}"#;
    assert_eq!(String::from_utf8(problem.json()).unwrap(), expected);
    assert_eq!(problem.get("left"), Some(3));
}

#[test]
fn a_constant_may_be_replaced_and_removed() {
    let replaced = Problem::from(Constant::Mixed { left: 3 }).member("kind", &"y");
    assert_eq!(replaced.get("kind"), Some("y".to_owned()));
    assert_eq!(json_of(&replaced).matches("kind").count(), 1);
    // They stay before the detail until one of them is changed.
    let more = Problem::from(Constant::Mixed { left: 3 }).member("more", &1);
    let expected = r#"{"title":"Conflict","status":409,"code":"mixed","text":"a \"b\"\n","kind":"x","detail":"text","left":3,"more":1}"#;
    assert_eq!(json_of(&more), expected);
    let removed = replaced.member("kind", &None::<u8>).member("code", &());
    let expected =
        r#"{"title":"Conflict","status":409,"detail":"text","text":"a \"b\"\n","left":3}"#;
    assert_eq!(json_of(&removed), expected);
    let same = Problem::from(Constant::Fixed).member("yes", &true);
    assert_eq!(same, Problem::from(Constant::Fixed));
    let other = Problem::from(Constant::Fixed).member("yes", &false);
    assert_ne!(other, Problem::from(Constant::Fixed));
    let none = Problem::from(ByHand).member("slug", &()).member("code", &());
    assert_eq!(
        json_of(&none),
        r#"{"title":"Conflict","status":409,"detail":"by hand","text":"a \"b\"\n","kind":"x"}"#
    );
}

fn json_of(problem: &Problem) -> String {
    let json = String::from_utf8(problem.json()).unwrap();
    assert_eq!(serde_json::to_string(&problem).unwrap(), json);
    let answer = Answer::from(problem.clone());
    assert_eq!(answer.content, json);
    json
}

/// It has the status of a derived type, and adds a member of the same name.
#[derive(Debug, thiserror::Error)]
#[error("by hand")]
struct ByHand;

impl HttpStatus for ByHand {
    fn status(&self) -> &'static status_core::Status {
        Constant::Mixed { left: 0 }.status()
    }

    fn members(&self, members: &mut Members<'_>) {
        members.insert("code", "by hand");
    }
}

#[test]
fn a_member_of_the_same_name_is_omitted() {
    assert_eq!(json_of(&Problem::of(&ByHand)).matches("\"code\"").count(), 1);
}

#[test]
fn a_dynamic_variant_gives_the_code_itself() {
    assert_eq!(json(Coded::NotFound)["code"], "not_found");
    let expected =
        json!({ "title": "Gone", "status": 410, "for": "orders", "code": "upstream_failed" });
    assert_eq!(json(Coded::Dynamic(410)), expected);
}

#[test]
fn a_value_that_fails_to_serialize_changes_nothing() {
    let unserializable = std::collections::BTreeMap::from([((1, 2), 3)]);
    let problem = Problem::from(Constant::Mixed { left: 3 }).member("kind", &unserializable);
    assert_eq!(json_of(&problem), json_of(&Problem::from(Constant::Mixed { left: 3 })));
}
