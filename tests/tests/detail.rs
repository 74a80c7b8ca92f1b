//! `detail`: what the client reads in place of the error's message.

use http::Response;
use status_core::HttpStatus;
use status_core::problem::{Answer, Problem};

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("password of admin at 10.0.0.5 refused")]
#[status(http, redact)]
enum Error {
    /// A string.
    #[status(502, detail = "the payment provider failed")]
    Literal,
    /// A field.
    #[status(400, detail = public)]
    Field { public: String, internal: u8 },
    /// An index.
    #[status(503, detail = 1, header("Retry-After" = 1), members(minutes = 1))]
    Index(&'static str, u8),
    /// A field that may be missing.
    #[status(409, detail = r#type)]
    Option { r#type: Option<&'static str> },
    /// Braces that name no field.
    #[status(422, detail = "send {} or {\"id\": 7}")]
    Braces(u8),
    #[status(dynamic = 0, fallback = 502, detail = "the upstream failed")]
    Dynamic(u16),
    /// Nothing of its own.
    #[status(404)]
    Redacted,
    #[status(transparent)]
    Inner(Inner),
    #[status(transparent)]
    Pointer(Box<Inner>),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("inner message")]
enum Inner {
    /// A string.
    #[status(500, detail = "inner detail")]
    Own,
    /// The message.
    #[status(400)]
    Exposed,
    /// Nothing.
    #[status(500)]
    Hidden,
}

fn detail(error: Error) -> Option<String> {
    let answer = Answer::of(&error);
    let response: Response<bytes::Bytes> = Answer::response(&error);
    assert_eq!(answer.content, response.body());
    let problem = Problem::from(error);
    assert_eq!(problem.json(), answer.content);
    problem.detail.clone()
}

#[test]
fn it_is_sent_in_place_of_the_message() {
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(detail(Error::Literal), text("the payment provider failed"));
    let field = Error::Field { public: "bad row 7".to_owned(), internal: 0 };
    assert_eq!(detail(field), text("bad row 7"));
    assert_eq!(detail(Error::Index("", 5)), text("5"));
    assert_eq!(detail(Error::Option { r#type: Some("taken") }), text("taken"));
    assert_eq!(detail(Error::Braces(0)), text("send {} or {\"id\": 7}"));
    assert_eq!(detail(Error::Dynamic(404)), text("the upstream failed"));
}

#[test]
fn without_one_the_message_is_not_sent_either() {
    assert_eq!(detail(Error::Option { r#type: None }), None);
    assert_eq!(detail(Error::Redacted), None);
}

#[test]
fn a_transparent_variant_sends_that_of_its_field() {
    let own = || Some("inner detail".to_owned());
    assert_eq!(detail(Error::Inner(Inner::Own)), own());
    assert_eq!(detail(Error::Pointer(Box::new(Inner::Own))), own());
    assert_eq!(detail(Error::Inner(Inner::Hidden)), None);
    // The message is that of the outer error, as it has always been.
    let message = "password of admin at 10.0.0.5 refused";
    assert_eq!(detail(Error::Inner(Inner::Exposed)), Some(message.to_owned()));
}

#[test]
fn the_status_is_exposed() {
    assert!(Error::Literal.status().is_exposed());
    assert!(Error::Dynamic(503).status().is_exposed());
    assert!(!Error::Redacted.status().is_exposed());
}

/// It requires `Display` of a parameter.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("generic")]
enum Generic<T> {
    /// A field.
    #[status(500, detail = 0)]
    Text(T),
    /// An option.
    #[status(500, detail = 0)]
    Option(Option<T>),
}

#[test]
fn a_generic_field_may_be_the_detail() {
    assert_eq!(Problem::from(Generic::Text(7)).detail.as_deref(), Some("7"));
    assert_eq!(Problem::from(Generic::Option(Some(7))).detail.as_deref(), Some("7"));
}

/// Its own conversion of the message.
#[test]
fn an_implementation_by_hand_may_replace_it() {
    #[derive(Debug, thiserror::Error)]
    #[error("line 1\nline 2")]
    struct ByHand;

    impl HttpStatus for ByHand {
        fn status(&self) -> &'static status_core::Status {
            status_core::ServerError::BadGateway.status()
        }

        fn detail<'a>(&'a self, _: &'a dyn std::fmt::Display) -> Option<&'a dyn std::fmt::Display> {
            Some(&"line 1")
        }
    }

    assert_eq!(Problem::from(ByHand).detail.as_deref(), Some("line 1"));
}
