//! `detail`: what the client gets instead of the error's message.

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

/// The row is invalid: {source} and {{braces}} are not in the message.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("bad row")]
#[status(400)]
struct BadRow {
    source: std::io::Error,
}

#[test]
fn beside_an_attribute_the_doc_comment_is_not_the_message() {
    let error = BadRow { source: std::io::ErrorKind::TimedOut.into() };
    assert_eq!(Problem::from(error).detail.as_deref(), Some("bad row"));
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

        fn detail<'a>(
            &'a self,
            _: &'static status_core::Status,
            _: &'a dyn std::fmt::Display,
        ) -> Option<&'a dyn std::fmt::Display> {
            Some(&"line 1")
        }
    }

    assert_eq!(Problem::from(ByHand).detail.as_deref(), Some("line 1"));
}

/// A transparent variant that decides itself.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("SECRET in the outer message")]
enum Decides {
    #[status(transparent, redact)]
    Redacted(Inner),
    #[status(transparent, detail = "something failed")]
    Detail(Inner),
    /// Nothing in it.
    #[status(transparent, fallback = 400, redact)]
    Option(Option<Inner>),
    /// Nothing in it.
    #[status(transparent = 0, fallback = 400, detail = 1)]
    Field(Option<Inner>, &'static str),
}

#[test]
fn a_transparent_variant_may_decide_itself() {
    let of = |error: Decides| Problem::from(error).detail.clone();
    let text = |text: &str| Some(text.to_owned());
    for inner in [|| Inner::Own, || Inner::Exposed, || Inner::Hidden] {
        assert_eq!(of(Decides::Redacted(inner())), None);
        assert_eq!(of(Decides::Detail(inner())), text("something failed"));
        assert_eq!(of(Decides::Option(Some(inner()))), None);
        assert_eq!(of(Decides::Field(Some(inner()), "public")), text("public"));
    }
    assert_eq!(of(Decides::Option(None)), None);
    assert_eq!(of(Decides::Field(None, "public")), text("public"));
}

/// A wrapper that has only the status of what it wraps, and a message of its own.
#[derive(Debug, thiserror::Error)]
#[error("SECRET")]
struct OnlyStatus(Error);

impl HttpStatus for OnlyStatus {
    fn status(&self) -> &'static status_core::Status {
        self.0.status()
    }
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("SECRET")]
enum Wraps {
    #[status(transparent, unlisted)]
    ByHand(OnlyStatus),
    #[status(transparent, unlisted)]
    Foreign(status_core::problem::StatusError),
}

#[test]
fn a_status_with_a_detail_of_its_own_exposes_no_other_message() {
    let foreign = |error| status_core::problem::StatusError::new(error, "SECRET");
    for error in [
        || Error::Literal,
        || Error::Dynamic(503),
        || Error::Option { r#type: None },
        || Error::Redacted,
    ] {
        let answers = [
            Answer::of(&OnlyStatus(error())),
            Answer::of(&Wraps::ByHand(OnlyStatus(error()))),
            Answer::of(&Wraps::Foreign(foreign(error()))),
            Answer::from(Problem::from(OnlyStatus(error()))),
        ];
        for answer in answers {
            let sent = String::from_utf8(answer.content.to_vec()).unwrap();
            assert!(!sent.contains("SECRET"), "{sent}");
        }
    }
}

/// Each call gives another code.
fn changing() -> u16 {
    use std::sync::atomic::{AtomicBool, Ordering};
    static TURN: AtomicBool = AtomicBool::new(false);
    if TURN.fetch_xor(true, Ordering::SeqCst) { 404 } else { 500 }
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("SECRET")]
#[status(dynamic = changing(), fallback = 502)]
struct Changing;

#[test]
fn the_status_that_is_sent_decides() {
    for _ in 0..8 {
        let answer = Answer::of(&Changing);
        let sent = String::from_utf8(answer.content.to_vec()).unwrap();
        assert_eq!(sent.contains("SECRET"), answer.status.code() == 404, "{sent}");
    }
}
