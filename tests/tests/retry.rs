//! Whether a client may send a request again.

use std::time::Duration;

use http::{HeaderMap, Method};
use status_core::problem::{Decode as _, Problem};
use status_core::{ClientError, HttpStatus, Retry, Status};

const IDEMPOTENT: Retry = Retry::Idempotent { delay: None };
const ALWAYS: Retry = Retry::Always { delay: None };

#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("failed")]
#[status(decode, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// Two requests changed the order at once.
    #[status(409, retry = "idempotent")]
    ChangedMeanwhile,
    /// The queue is full, and nothing was done.
    #[status(503, retry = "always")]
    QueueFull,
    /// The shop is closed for good.
    #[status(503, retry = "never")]
    Retired,
    /// The shop is closed.
    #[status(503)]
    Closed,
}

#[test]
fn it_follows_from_the_code() {
    for code in 100..=599 {
        let expected = match code {
            408 | 425 | 429 => ALWAYS,
            502..=504 => IDEMPOTENT,
            _ => Retry::Never,
        };
        assert_eq!(Status::from_code(code).unwrap().retry(), expected, "{code}");
    }
}

/// Without a `type_base`, only the code is left of them.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("not now")]
enum UntypedError {
    /// Nothing has happened yet.
    #[status(503, retry = "always")]
    Queued,
    /// Something may have happened.
    #[status(503)]
    Overloaded,
}

#[test]
fn variants_of_one_code_that_differ_leave_it_to_the_code() {
    let retry = |error: &UntypedError| {
        let received = Problem::from_json(&Problem::of(error).json()).unwrap();
        received.retry_as::<UntypedError>(&Method::POST)
    };
    assert_eq!(retry(&UntypedError::Queued), Retry::Never);
    assert_eq!(retry(&UntypedError::Overloaded), Retry::Never);
}

/// A code of each variant, of which only the code is left.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("not now")]
#[status(decode)]
enum CodeError {
    /// Nothing has happened yet.
    #[status(503, retry = "always")]
    Queued,
    /// Nothing has happened, and it may pass.
    #[status(500, retry = "idempotent")]
    Restarting,
    /// Something may have happened.
    #[status(429, retry = "idempotent")]
    Slow,
    /// It will not open again.
    #[status(502, retry = "never")]
    Closed,
}

/// Any server in between sends the same code, and may have passed the request on (RFC 9110 §9.2.2).
#[test]
fn the_code_alone_makes_no_client_repeat_what_it_would_not() {
    let seven = Some(Duration::from_secs(7));
    for (error, of_post, of_get) in [
        (CodeError::Queued, Retry::Never, Retry::Idempotent { delay: seven }),
        (CodeError::Restarting, Retry::Never, Retry::Never),
        (CodeError::Slow, Retry::Never, Retry::Idempotent { delay: seven }),
        (CodeError::Closed, Retry::Never, Retry::Never),
    ] {
        let (code, json) = (error.code(), Problem::of(&error).json());
        for (content_type, content) in
            [(&b"text/html"[..], &b"<html>proxy"[..]), (b"application/problem+json", &json)]
        {
            let problem = Problem::from_response(code, Some(content_type), content);
            let problem = problem.retry_after(Duration::from_secs(7));
            assert_eq!(problem.retry_as::<CodeError>(&Method::POST), of_post, "{error:?}");
            assert_eq!(problem.retry_as::<CodeError>(&Method::GET), of_get, "{error:?}");
            // Its variant can still be told.
            assert_eq!(CodeError::decode(problem).as_ref(), Ok(&error));
        }
        // This program knows which it is.
        let own = Problem::of(&error);
        assert_eq!(own.retry_as::<CodeError>(&Method::POST), own.retry(&Method::POST));
    }
}

/// Constant members tell its variants apart.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("not now")]
#[status(decode)]
enum WarehouseError {
    /// The stock is being counted. Nothing has happened.
    #[status(503, retry = "always", members(code = slug))]
    Counting,
    /// The stock is being moved.
    #[status(503, members(code = slug))]
    Moving,
    /// The stock is being moved for good.
    #[status(503, retry = "never", members(code = "moving", left = true))]
    MovedAway,
    /// The door is stuck. Nothing has happened.
    #[status(500, retry = "always", members(code = slug))]
    Stuck,
    /// The door is jammed for good.
    #[status(429, retry = "never")]
    Jammed,
    /// Another door is jammed. Nothing has happened.
    #[status(429, retry = "always", members(code = slug))]
    AlsoJammed,
}

#[test]
fn constants_tell_which_variant_says_otherwise() {
    let received = |code, content_type: &[u8], content: &str| {
        Problem::from_response(code, Some(content_type), content.as_bytes())
    };
    let post = |problem: &Problem| problem.retry_as::<WarehouseError>(&Method::POST);
    let get = |problem: &Problem| problem.retry_as::<WarehouseError>(&Method::GET);
    for (error, of_post, of_get) in [
        (WarehouseError::Counting, ALWAYS, ALWAYS),
        (WarehouseError::Moving, Retry::Never, IDEMPOTENT),
        (WarehouseError::MovedAway, Retry::Never, Retry::Never),
        (WarehouseError::Stuck, ALWAYS, ALWAYS),
        (WarehouseError::Jammed, Retry::Never, Retry::Never),
        (WarehouseError::AlsoJammed, ALWAYS, ALWAYS),
    ] {
        let own = Problem::of(&error);
        let problem = Problem::from_json(&own.json()).unwrap();
        for problem in [&own, &problem] {
            assert_eq!((post(problem), get(problem)), (of_post, of_get), "{error:?}");
        }
        assert_eq!(WarehouseError::decode(problem), Ok(error));
    }
    // Other servers have not done what the variant says.
    let json = b"application/problem+json";
    for (content_type, content) in [
        (&b"text/html"[..], "<html>"),
        (json, "{}"),
        (json, r#"{"code":"full"}"#),
        (json, r#"{"type":"https://other.example/","code":"counting"}"#),
    ] {
        let busy = received(503, content_type, content);
        assert_eq!((post(&busy), get(&busy)), (Retry::Never, IDEMPOTENT), "{content}");
        assert_eq!(get(&received(500, content_type, content)), Retry::Never, "{content}");
    }
    assert_eq!(post(&received(429, b"text/html", "<html>")), Retry::Never);
    // Nor can it be known of what could not be read.
    assert_eq!(post(&received(429, json, r#"{"code":"also-"#)), ALWAYS);
}

#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("moved")]
#[status(type_base = "https://shop.example/errors/")]
enum SharedError {
    /// It is open.
    #[status(503, slug = "moved", title = "Moved", retry = "always", members(to = "street"))]
    ToStreet,
    /// It is closed.
    #[status(503, slug = "moved", title = "Moved", retry = "never", members(to = "nowhere"))]
    ToNowhere,
    /// It is new.
    #[status(503, retry = "always", members(code = slug))]
    New,
}

#[test]
fn the_type_tells_it_even_if_a_server_has_other_constants() {
    let post = |sent: &[u8]| {
        let problem = Problem::from_json(sent).unwrap();
        problem.retry_as::<SharedError>(&Method::POST)
    };
    for (error, expected, by_type) in [
        (SharedError::ToStreet, ALWAYS, Retry::Never),
        (SharedError::ToNowhere, Retry::Never, Retry::Never),
        (SharedError::New, ALWAYS, ALWAYS),
    ] {
        let sent = Problem::of(&error).json();
        assert_eq!(post(&sent), expected, "{error:?}");
        let renamed = String::from_utf8(sent).unwrap();
        let renamed = renamed.replace("\"to\":\"", "\"to\":\"another ").replace("code", "kind");
        assert_eq!(post(renamed.as_bytes()), by_type, "{renamed}");
    }
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("full")]
#[status(type_base = "https://shop.example/errors/")]
enum FullError {
    /// Nothing is left.
    #[status(503, slug = "full", title = "Full", retry = "always")]
    Full,
    /// Nothing will be.
    #[status(503, slug = "full", title = "Full", retry = "never", members(until = "never"))]
    ForEver,
}

#[test]
fn a_variant_without_constants_is_meant_unless_the_problem_has_those_of_another() {
    let post = |error: &FullError| {
        let problem = Problem::from_json(&Problem::of(error).json()).unwrap();
        problem.retry_as::<FullError>(&Method::POST)
    };
    assert_eq!(post(&FullError::Full), ALWAYS);
    assert_eq!(post(&FullError::ForEver), Retry::Never);
}

/// What a type says about a code is more than what the code says.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("too large")]
#[status(type_base = "https://shop.example/errors/")]
enum UploadError {
    /// No disk is large enough.
    #[status(413, retry = "never")]
    Oversized,
    /// The disk is full.
    #[status(413)]
    DiskFull,
}

#[test]
fn never_takes_precedence_over_retry_after() {
    let minute = Duration::from_secs(60);
    for (error, expected) in [
        (UploadError::Oversized, Retry::Never),
        (UploadError::DiskFull, Retry::Always { delay: Some(minute) }),
    ] {
        let own = Problem::of(&error).retry_after(minute);
        assert_eq!(own.retry(&Method::POST), expected);
        let received = Problem::from_json(&own.json()).unwrap().retry_after(minute);
        assert_eq!(received.retry_as::<UploadError>(&Method::POST), expected);
        // The code alone is temporary.
        assert_eq!(received.retry(&Method::POST), Retry::Always { delay: Some(minute) });
    }
}

#[test]
fn a_variant_can_say_otherwise() {
    let retries = [
        OrderError::ChangedMeanwhile,
        OrderError::QueueFull,
        OrderError::Retired,
        OrderError::Closed,
    ]
    .map(|error| error.status().retry());
    assert_eq!(retries, [IDEMPOTENT, ALWAYS, Retry::Never, IDEMPOTENT]);
    assert_eq!(
        retries.map(|retry| retry.to_string()),
        ["idempotent", "always", "never", "idempotent"]
    );
    // A client learns it from the type.
    let problem = Problem::of(&OrderError::QueueFull);
    let received = Problem::from_json(&problem.json()).unwrap();
    assert_eq!(received.retry(&Method::POST), Retry::Never);
    assert_eq!(received.retry_as::<OrderError>(&Method::POST), ALWAYS);
    assert_eq!(
        received.clone().retry_after(Duration::from_secs(60)).retry_as::<OrderError>(&Method::POST),
        Retry::Always { delay: Some(Duration::from_secs(60)) }
    );
    // Of another type, the code counts.
    assert_eq!(received.retry_as::<ClientError>(&Method::POST), Retry::Never);
    let decoded = OrderError::decode(received).unwrap();
    assert_eq!(decoded.status().retry().with_method(&Method::POST), ALWAYS);
}

#[test]
fn it_depends_on_the_method_and_on_retry_after() {
    let problem = |code: u16, retry_after: Option<&str>| {
        let fields = retry_after
            .map(|value| ("retry-after".parse().unwrap(), value.parse().unwrap()))
            .into_iter();
        Problem::from_parts(code, &fields.collect::<HeaderMap>(), b"")
    };
    let delay = Some(Duration::from_secs(7));
    let methods = [Method::GET, Method::PUT, Method::DELETE, Method::POST, Method::PATCH];
    let is_idempotent = [true, true, true, false, false];
    for (method, is_idempotent) in methods.iter().zip(is_idempotent) {
        let or_never = |retry: Retry| if is_idempotent { retry } else { Retry::Never };
        for (code, retry_after, expected) in [
            (503, Some("7"), or_never(Retry::Idempotent { delay })),
            (502, None, or_never(IDEMPOTENT)),
            (429, Some("7"), Retry::Always { delay }),
            (408, None, ALWAYS),
            // Only `Retry-After` makes it temporary (RFC 9110 §15.5.14).
            (413, Some("7"), Retry::Always { delay }),
            (413, None, Retry::Never),
            (404, Some("7"), Retry::Never),
            (500, Some("7"), Retry::Never),
        ] {
            assert_eq!(problem(code, retry_after).retry(method), expected, "{method} {code}");
        }
    }
    assert_eq!(Retry::Never.with_delay(delay).delay(), None);
    assert_eq!(ALWAYS.with_delay(delay).delay(), delay);
}
