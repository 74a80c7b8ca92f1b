//! `members`, `header`, `expose` and `redact`, on a variant and on its enum.

use serde_json::{Value, json};
use status_core::HttpStatus;
use status_core::problem::Problem;

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
    #[status(dynamic = 0, fallback = 502, expose)]
    Dynamic(u16),
    #[status(transparent)]
    Inner(Inner),
    #[status(transparent = r#source)]
    Among { id: u8, source: Inner },
    #[status(transparent = 1)]
    Second(u8, Inner),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("inner")]
enum Inner {
    /// Gone.
    #[status(410, members(slug))]
    Gone { slug: u8 },
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
    // A dynamic variant has no slug.
    let expected = json!({
        "title": "Service Unavailable", "status": 503, "detail": "text", "for": "orders", "version": 2,
    });
    assert_eq!(json(Error::Dynamic(503)), expected);
    let inner = json(Error::Inner(Inner::Gone { slug: 1 }));
    let expected = json!({ "title": "Gone", "status": 410, "detail": "text", "slug": 1 });
    assert_eq!(inner, expected);
    assert_eq!(json(Error::Among { id: 2, source: Inner::Gone { slug: 1 } }), expected);
    assert_eq!(json(Error::Second(2, Inner::Gone { slug: 1 })), expected);
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
    let service = |error: Error| {
        let response = http::Response::<Vec<u8>>::from(error);
        let value = response.headers().get("x-service").cloned();
        value.map(|value| value.to_str().unwrap().to_owned())
    };
    let orders = Some("orders".to_owned());
    assert_eq!(service(Error::Unit), orders);
    assert_eq!(service(Error::Large), orders);
    assert_eq!(service(Error::Dynamic(503)), orders);
    assert_eq!(service(Error::Inner(Inner::Gone { slug: 1 })), None);
}
