//! The problem that is sent for an error.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use proptest::prelude::*;
use serde_json::{Value, json};
use status_core::problem::{
    Answer, Body, Details, HeaderFields, Members, OrStatus, Problem, RetryAfter, StatusError, View,
};
use status_core::{ClientError, HttpStatus, Redirection, ServerError, Status, Success};

/// Every kind of value that a header field takes.
#[derive(Debug, HttpStatus)]
#[status(http, type_base = "/errors/")]
enum Reply {
    /// There are "quotes" and a back\slash.
    #[status(
        404,
        header("X-Text" = text),
        header("x-number" = number),
        header("X-Fixed" = "a, b"),
        header("Link" = "</a>; rel=a"),
        header("link" = "</b>; rel=b"),
        members(text, r#type_of, number)
    )]
    Full { text: String, r#type_of: Option<Vec<u8>>, number: u64 },
    /// Wait.
    #[status(429, header("Retry-After" = 0))]
    Later(Option<Duration>),
    /// Wait until then.
    #[status(503, header("Retry-After" = 0))]
    Until(SystemTime),
    /// It cannot be serialized.
    #[status(500, members(broken, sound))]
    Unserializable { broken: Broken, sound: u8 },
    /// It has no text.
    #[status(400)]
    Mute,
    /// It is redacted.
    #[status(400, redact, members(why))]
    Redacted { why: &'static str },
    #[status(transparent)]
    Inner(Box<Reply>),
    #[status(dynamic = code, fallback = 502, header("X-Upstream" = name), members(name))]
    Upstream { name: &'static str, code: u16 },
}

#[derive(Debug)]
struct Broken;

impl serde::Serialize for Broken {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::{Error, SerializeMap};
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("half", "written")?;
        Err(S::Error::custom("then it failed"))
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full { text, .. } => write!(f, "text {text}"),
            Self::Mute => {
                f.write_str("half a te")?;
                Err(fmt::Error)
            }
            Self::Inner(inner) => inner.fmt(f),
            _ => f.write_str("secret"),
        }
    }
}

fn full(text: &str) -> Reply {
    Reply::Full { text: text.to_owned(), r#type_of: Some(vec![1, 2]), number: u64::MAX }
}

fn object(problem: &Problem) -> Value {
    serde_json::from_slice(&problem.json()).unwrap()
}

fn field<'a>(problem: &'a Problem, name: &str) -> Vec<&'a [u8]> {
    problem.header_fields().get_all(name).iter().map(http::HeaderValue::as_bytes).collect()
}

#[test]
fn everything_about_an_occurrence_is_sent() {
    let problem = Problem::of(&full("x"));
    assert_eq!(
        std::str::from_utf8(&problem.json()).unwrap(),
        r#"{"type":"/errors/full","title":"There are \"quotes\" and a back\\slash.","status":404,"detail":"text x","text":"x","type_of":[1,2],"number":18446744073709551615}"#
    );
    assert_eq!(Answer::from(problem.clone()).fields["content-type"], "application/problem+json");
    assert_eq!(field(&problem, "x-text"), [b"x"]);
    assert_eq!(field(&problem, "x-number"), [b"18446744073709551615"]);
    assert_eq!(field(&problem, "x-fixed"), [b"a, b"]);
    assert_eq!(field(&problem, "link"), [b"</a>; rel=a", b"</b>; rel=b"]);

    // A transparent variant has the problem of its field, also through pointers.
    let inner = Problem::of(&Reply::Inner(Box::new(full("x"))));
    assert_eq!(inner.json(), problem.json());
    assert_eq!(inner.header_fields(), problem.header_fields());
}

#[test]
fn a_problem_without_additions_is_static() {
    let table = ServerError::BadGateway;
    let (one, other) = (Answer::of(&table), Answer::of(&table));
    assert_eq!(one.content, r#"{"title":"Bad Gateway","status":502}"#);
    assert_eq!(one.content.as_ptr(), other.content.as_ptr(), "the bytes were copied");
    let later = Reply::Until(UNIX_EPOCH);
    assert_eq!(Answer::of(&later).content.as_ptr(), Answer::of(&later).content.as_ptr());
    for code in 100..=599 {
        struct Of(&'static Status);
        impl HttpStatus for Of {
            fn status(&self) -> &'static Status {
                self.0
            }
        }
        impl fmt::Display for Of {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("not exposed")
            }
        }
        let status = Status::from_code(code).unwrap();
        let answer = Answer::of(&Of(status));
        if code < 400 {
            assert_eq!((&*answer.content, answer.fields.len()), (&b""[..], 0));
            continue;
        }
        let problem = Problem::of(&Of(status));
        let expected = match status.reason() {
            "" => json!({ "status": code }),
            reason => json!({ "title": reason, "status": code }),
        };
        assert_eq!(object(&problem), expected);
        assert_eq!(answer.content, problem.json());
    }
}

#[test]
fn redaction_hides_the_text_but_not_the_members() {
    let problem = Problem::of(&Reply::Redacted { why: "because" });
    assert_eq!(
        object(&problem),
        json!({"type": "/errors/redacted", "title": "It is redacted.", "status": 400, "why": "because"})
    );
    for status in [&ClientError::NotFound as &dyn HttpStatus, &ServerError::BadGateway] {
        assert!(!status.status().is_exposed(), "the `Display` of a table is its code and reason");
    }
}

#[test]
fn values_that_cannot_be_sent_are_left_out() {
    let problem = Problem::of(&Reply::Unserializable { broken: Broken, sound: 7 });
    assert_eq!(
        object(&problem),
        json!({"type": "/errors/unserializable", "title": "It cannot be serialized.", "status": 500, "sound": 7})
    );
    // Output that a `Display` wrote before it failed is kept.
    assert_eq!(object(&Problem::of(&Reply::Mute))["detail"], "half a te");
    for text in ["a\r\nSet-Cookie: a=b", "a\nb", "a\0b", "a\rb", "a\x7fb", "é", "\u{2028}"] {
        let problem = Problem::of(&full(text));
        assert!(field(&problem, "x-text").is_empty(), "{text:?}");
        assert_eq!(object(&problem)["text"], text);
    }
    assert_eq!(field(&Problem::of(&full(" \ta b\t")), "x-text"), [b"a b"]);
}

#[test]
fn times_are_sent_in_the_formats_of_http() {
    let seconds = |after| field(&Problem::of(&Reply::Later(after)), "retry-after").concat();
    assert_eq!(seconds(Some(Duration::ZERO)), b"0");
    assert_eq!(seconds(Some(Duration::from_nanos(1))), b"1");
    assert_eq!(seconds(Some(Duration::from_secs(2))), b"2");
    assert_eq!(seconds(Some(Duration::from_millis(2001))), b"3");
    assert_eq!(seconds(Some(Duration::MAX)), u64::MAX.to_string().as_bytes());
    assert_eq!(seconds(None), b"");

    let date = |time| field(&Problem::of(&Reply::Until(time)), "retry-after").concat();
    let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
    assert_eq!(date(at(784_111_777)), b"Sun, 06 Nov 1994 08:49:37 GMT");
    assert_eq!(date(at(253_402_300_799)), b"Fri, 31 Dec 9999 23:59:59 GMT");
    assert_eq!(date(at(253_402_300_800)), b"");
    assert_eq!(date(UNIX_EPOCH - Duration::from_secs(1)), b"");
}

#[test]
fn the_body_has_the_dynamic_code() {
    for (code, sent) in [(404, 404), (418, 418), (500, 500), (599, 599), (200, 502), (0, 502)] {
        let problem = Problem::of(&Reply::Upstream { name: "a", code });
        let object = object(&problem);
        assert_eq!((problem.status().code(), &object["status"]), (sent, &json!(sent)));
        // A 4xx sends its message, a 5xx does not.
        assert_eq!(object.get("detail"), (sent < 500).then(|| json!("secret")).as_ref());
        assert_eq!(object["name"], "a");
        assert_eq!(object.get("type"), None);
        assert_eq!(field(&problem, "x-upstream"), [b"a"]);
        let response = http::Response::<bytes::Bytes>::from(problem);
        assert_eq!(response.status().as_u16(), sent);
    }
}

#[test]
fn a_manual_impl_cannot_break_the_json() {
    struct ByHand;
    impl HttpStatus for ByHand {
        fn status(&self) -> &'static Status {
            ClientError::Conflict.status()
        }
        fn header_fields(&self, fields: &mut HeaderFields<'_>) {
            for name in ["content-type", "Content-Length", "transfer-encoding", "Content-Encoding"]
            {
                fields.append(name, "1");
            }
            fields.append("no name", "a");
            fields.append("", "a");
            fields.append("x-a:b", "a");
            fields.append("x-a", &Cow::Borrowed("a"));
            fields.append("x-a", &String::from("b"));
            fields.append("x-a", &-1_i32);
            fields.append("x-a", &http::HeaderValue::from_static("c"));
            fields.append("x-a", &Some(&Some("d")));
            fields.append("x-a", &http::Uri::from_static("/a?b"));
            fields.append("x-a", &http::Method::PATCH);
            fields.append("x-a", &Arc::<str>::from("e"));
            fields.append("x-a", &RetryAfter::Delay(Duration::from_millis(1)));
        }
        fn members(&self, members: &mut Members<'_>) {
            for name in
                ["type", "title", "status", "detail", "instance", "", "1a", "a b", "a\"", "é"]
            {
                members.insert(name, "no");
            }
            members.insert("a", "first");
            members.insert("a", "second");
        }
    }
    impl fmt::Display for ByHand {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("by hand")
        }
    }
    let problem = Problem::of(&&ByHand);
    assert_eq!(problem.json(), br#"{"title":"Conflict","status":409,"a":"first"}"#);
    assert_eq!(
        field(&problem, "x-a"),
        [&b"a"[..], b"b", b"-1", b"c", b"d", b"/a?b", b"PATCH", b"e", b"1"]
    );
    assert_eq!(problem.header_fields().len(), 9);
}

#[test]
fn a_status_without_content_has_none() {
    let response = http::Response::<Vec<u8>>::from(Success::NoContent);
    assert_eq!(response.status(), 204);
    assert!(response.body().is_empty() && response.headers().is_empty());
}

/// The status of the problems that are built by hand.
fn storm() -> Problem {
    ServerError::ServiceUnavailable.problem().detail("a storm")
}

#[test]
fn a_problem_is_built_by_hand() {
    let problem = storm()
        .instance("/storms/7")
        .member("wind", &120)
        .member("harbours", &["a", "b"])
        .member("wind", &121)
        .header("X-Storm", "7")
        .header("X-Storm", 8_u8)
        .retry_after(Duration::from_secs(9))
        .retry_after(UNIX_EPOCH + Duration::from_secs(784_111_777));
    assert_eq!(
        std::str::from_utf8(&problem.json()).unwrap(),
        r#"{"title":"Service Unavailable","status":503,"detail":"a storm","instance":"/storms/7","wind":121,"harbours":["a","b"]}"#
    );
    assert_eq!(field(&problem, "x-storm"), [b"7", b"8"]);
    assert_eq!(field(&problem, "retry-after"), [b"Sun, 06 Nov 1994 08:49:37 GMT"]);
    assert_eq!(problem.retry_delay(), Some(Duration::ZERO));
    assert_eq!(problem.to_string(), "503 Service Unavailable: a storm");
    assert_eq!(problem.get("wind"), Some(121));
    assert_eq!(
        problem.members().collect::<Vec<_>>(),
        [("wind", "121"), ("harbours", r#"["a","b"]"#)]
    );

    // Its fields can be read and written.
    let mut problem = storm();
    assert_eq!(problem.detail.as_deref(), Some("a storm"));
    problem.type_uri = Some("/errors/storm".into());
    problem.title = Cow::Borrowed("A \"storm\".");
    assert_eq!(
        std::str::from_utf8(&problem.json()).unwrap(),
        r#"{"type":"/errors/storm","title":"A \"storm\".","status":503,"detail":"a storm"}"#
    );
}

#[test]
fn additions_that_cannot_be_sent_are_left_out() {
    let mut problem = storm().member("broken", &Broken).header("X A", "a").header("X-A", "a\r\nb");
    for name in ["type", "title", "status", "detail", "instance"] {
        problem = problem.member(name, "no");
    }
    let problem = problem.header("Content-Length", 7_u8).header("Content-Encoding", "gzip");
    let problem = problem.retry_after(UNIX_EPOCH - Duration::from_secs(1));
    assert_eq!(problem.json(), storm().json());
    assert!(problem.header_fields().is_empty());
    // Any other name is valid JSON.
    let odd = storm().member("a \"b\"\n", &1);
    assert_eq!(object(&odd)["a \"b\"\n"], 1);
}

#[test]
fn every_error_with_a_status_becomes_a_problem() {
    fn fail() -> Result<(), Problem> {
        Err(ServerError::NotImplemented)?
    }
    fn fail_of_a_derived_type() -> Result<(), Problem> {
        Err(full("x"))?
    }
    assert_eq!(fail().unwrap_err().json(), br#"{"title":"Not Implemented","status":501}"#);
    assert_eq!(fail_of_a_derived_type().unwrap_err().json(), Problem::of(&full("x")).json());
    // Small enough for a `Result`.
    assert_eq!(size_of::<Problem>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Problem>>(), size_of::<usize>());
}

#[test]
fn a_foreign_error_gets_a_status_and_stays_the_source() {
    let lost = || Err::<(), _>(std::io::Error::other("secret"));
    let error: StatusError = lost().or_status(ServerError::BadGateway).unwrap_err();
    assert_eq!((error.code(), error.to_string()), (502, "502 Bad Gateway".to_owned()));
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.downcast_ref::<std::io::Error>().unwrap().to_string(), "secret");

    let problem = Problem::from(error);
    let source = std::error::Error::source(&problem).unwrap();
    assert!(source.is::<std::io::Error>());
    // Its text is never sent, not even with a 4xx. Strings and boxed errors work too.
    for problem in [
        problem,
        lost().or_status(ClientError::NotFound).unwrap_err().into(),
        Err::<(), _>("secret").or_status(ClientError::NotFound).unwrap_err().into(),
        Err::<(), _>(Box::<dyn std::error::Error + Send + Sync>::from("secret"))
            .or_status(ClientError::NotFound)
            .unwrap_err()
            .into(),
    ] {
        let answer = Answer::from(problem.clone());
        assert!(!format!("{:?}", answer.content).contains("secret"));
        assert!(!format!("{:?} {:?}", answer.fields, answer.details).contains("secret"));
        assert!(!problem.to_string().contains("secret"));
    }
}

#[test]
fn a_detail_of_any_length_is_sent_in_full() {
    let text = "\u{1f4a9}\n\0<\"".repeat(130_000);
    let problem = Problem::of(&full(&text));
    assert_eq!(object(&problem)["detail"], format!("text {text}"));
    assert_eq!(object(&storm().detail(&*text))["detail"], text);
}

/// `Bytes` takes over a full vector, and copies any other.
#[test]
fn the_json_of_a_problem_with_a_detail_fills_its_vector() {
    for detail in ["", "sold out", &"a".repeat(1000)] {
        let json = ClientError::Conflict.problem().detail(detail).json();
        assert_eq!(json.capacity(), json.len(), "{detail}");
    }
    let json = ClientError::Conflict.problem().detail("sold out").instance("/orders/7").json();
    assert_eq!(json.capacity(), json.len());
}

#[test]
fn a_code_that_is_no_error_has_content_if_something_was_added() {
    let sent = |status: &'static Status, edit: fn(&mut Details)| {
        let mut problem = Problem::new(status);
        edit(&mut problem);
        String::from_utf8(Answer::from(problem).content.to_vec()).unwrap()
    };
    let ok = Success::Ok.status();
    assert_eq!(sent(ok, |_| {}), "");
    assert_eq!(sent(ok, |it| it.set_language("en")), "");
    let detail = sent(ok, |it| it.detail = Some("done".into()));
    assert_eq!(detail, r#"{"title":"OK","status":200,"detail":"done"}"#);
    let title = sent(ok, |it| it.title = "Done".into());
    assert_eq!(title, r#"{"title":"Done","status":200}"#);
    let error = sent(ClientError::Conflict.status(), |it| it.set_language("en"));
    assert_eq!(error, r#"{"title":"Conflict","status":409}"#);
}

/// Its challenge is behind a reference.
#[derive(Debug)]
struct Challenged(Option<&'static str>);

impl fmt::Display for Challenged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sign in first")
    }
}

impl HttpStatus for Challenged {
    fn status(&self) -> &'static Status {
        ClientError::Unauthorized.status()
    }

    fn header_fields(&self, fields: &mut HeaderFields<'_>) {
        fields.append("WWW-Authenticate", &&self.0);
    }
}

#[test]
fn a_required_field_that_is_none_is_not_one_that_cannot_be_sent() {
    assert_eq!(Answer::of(&Challenged(Some("Bearer"))).fields["www-authenticate"], "Bearer");
    assert_eq!(Answer::of(&Challenged(None)).status.code(), 401);
    assert_eq!(Answer::of(&Challenged(Some("é"))).status.code(), 500);
}

/// Another server's text is escaped, as the tests of reading show.
#[test]
fn the_servers_own_text_is_displayed_as_it_is() {
    let problem = ClientError::Conflict.problem().detail("line 1\nline 2");
    assert_eq!(problem.to_string(), "409 Conflict: line 1\nline 2");
}

#[test]
fn every_ascii_character_is_escaped_as_json_needs() {
    for c in (0..=127_u8).map(char::from) {
        for place in 0..40 {
            let text = format!("{}{c}{}", "a".repeat(place), "é".repeat(place / 8));
            let sent = ClientError::Conflict.problem().detail(&*text).json();
            let detail = serde_json::to_string(&text).unwrap();
            let expected = format!(r#"{{"title":"Conflict","status":409,"detail":{detail}}}"#);
            assert_eq!(String::from_utf8(sent).unwrap(), expected);
        }
    }
}

#[test]
fn an_answer_becomes_the_same_response_in_every_way() {
    let replies = [
        full("a \"b\""),
        Reply::Later(Some(Duration::from_secs(3))),
        Reply::Later(None),
        Reply::Until(UNIX_EPOCH),
        Reply::Unserializable { broken: Broken, sound: 1 },
        Reply::Mute,
        Reply::Redacted { why: "no" },
        Reply::Inner(Box::new(full("inner"))),
        Reply::Upstream { name: "a", code: 418 },
        Reply::Upstream { name: "a", code: 204 },
        Reply::Upstream { name: "a", code: 301 },
    ]
    .into_iter()
    .map(|reply| (Answer::of(&reply), http::Response::<Vec<u8>>::from(reply)));
    let tables = [
        (Answer::of(&Success::NoContent), http::Response::from(Success::NoContent)),
        (Answer::of(&Redirection::Found), http::Response::from(Redirection::Found)),
        (
            Answer::of(&ClientError::UnprocessableContent),
            http::Response::from(ClientError::UnprocessableContent),
        ),
        (
            Answer::of(&ServerError::NetworkAuthenticationRequired),
            http::Response::from(ServerError::NetworkAuthenticationRequired),
        ),
    ];
    for (answer, response) in replies.chain(tables) {
        let other = http::Response::<Vec<u8>>::from(answer);
        let parts = |response: &http::Response<Vec<u8>>| {
            let extensions = response.extensions();
            let status = *extensions.get::<&'static Status>().unwrap();
            let details = extensions.get::<Details>().map(|details| format!("{details:?}"));
            let phrase = extensions.get::<hyper::ext::ReasonPhrase>().cloned();
            (response.status(), response.headers().clone(), status, details, phrase)
        };
        assert_eq!(parts(&response), parts(&other));
        assert_eq!(response.body(), other.body());
    }
}

#[test]
fn every_response_that_must_not_be_stored_says_so() {
    let cache_control = |problem: Problem| {
        let fields = Answer::from(problem).fields;
        let values: Vec<_> = fields.get_all("cache-control").iter().cloned().collect();
        values.iter().map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for code in 400..=599 {
        let status = Status::from_code(code).unwrap();
        let kept = cache_control(Problem::new(status).header("Cache-Control", "max-age=5"));
        let expected = if [428, 429, 431, 511].contains(&code) { "no-store" } else { "max-age=5" };
        assert_eq!(kept, [expected], "{code}");
        let forbidden = [428, 429, 431, 503, 511].contains(&code);
        let own = if forbidden { vec!["no-store"] } else { vec![] };
        assert_eq!(cache_control(Problem::new(status)), own, "{code}");
    }
    let limited = || ClientError::TooManyRequests.problem();
    let private =
        limited().header("Cache-Control", "private").header("Cache-Control", "a, No-Store ");
    assert_eq!(cache_control(private), ["private", "a, No-Store"]);
    // A directive is not what a quoted string has (RFC 9111 §5.2).
    for (own, is_there) in [
        ("ext=\"a, no-store, b\", max-age=5", false),
        ("ext=\"a\\\", no-store, \", max-age=5", false),
        ("ext=\"a, no-store", false),
        ("ext=\"no-store\"", false),
        ("ext=\"a, b\", no-store", true),
        ("ext=\"a\\\\\", no-store", true),
        ("no-store, ext=\"a", true),
        ("max-age=5,,no-store", true),
        ("a\\, no-store", true),
    ] {
        let expected = if is_there { own } else { "no-store" };
        assert_eq!(cache_control(limited().header("Cache-Control", own)), [expected], "{own}");
    }
}

/// It has a body of its own.
#[derive(Debug, HttpStatus)]
#[status(429, body = plain)]
struct Enveloped;

impl fmt::Display for Enveloped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("slow down")
    }
}

fn plain(_: &View<'_>) -> Body {
    Body::new("text/plain", "slow down")
}

/// A `HeaderMap` has room for 24,576 names, and panics if `insert` or `append` get another.
#[test]
fn too_many_header_fields_are_sent_only_in_part() {
    const ROOM: usize = 24_576;
    let with = |count: usize, problem: Problem| {
        (0..count).fold(problem, |problem, at| problem.header(&format!("x-{at}"), at))
    };
    for problem in [
        ClientError::Conflict.problem(),
        ClientError::TooManyRequests.problem(),
        ServerError::ServiceUnavailable.problem(),
        Problem::of(&Enveloped),
    ] {
        let mut full = with(ROOM + 1, problem.clone());
        full.set_language("de");
        let full = full.retry_after(Duration::from_secs(7));
        assert_eq!(Answer::from(full).fields.len(), ROOM);
        // One that is there can be replaced.
        let own = problem.header("cache-control", "max-age=5").header("content-language", "en");
        let mut own = with(ROOM - 2, own.header("retry-after", 5));
        own.set_language("de");
        let answer = Answer::from(own.retry_after(Duration::from_secs(7)));
        assert_eq!(answer.fields["content-language"], "de");
        if answer.status.code() == 429 {
            assert_eq!(answer.fields["cache-control"], "no-store");
        }
    }
}

#[test]
fn a_language_has_the_form_of_a_tag() {
    let longest = "abcdefgh-abcdefgh-abcdefgh-abcdefgh";
    let longer = "abcdefgh-abcdefgh-abcdefgh-abcdef-a1";
    assert_eq!((longest.len(), longer.len()), (35, 36));
    for (tag, is_set) in [
        ("de", true),
        ("pt-BR", true),
        ("zh-Hant-TW", true),
        ("x-klingon", true),
        ("1", true),
        (longest, true),
        (longer, false),
        ("abcdefghij", false),
        ("", false),
        ("de-", false),
        ("-de", false),
        ("de--AT", false),
        ("de_AT", false),
        ("dé", false),
        ("de\r\nx: 1", false),
    ] {
        let mut problem = ClientError::Conflict.problem();
        problem.set_language(tag);
        assert_eq!(problem.language(), Some(tag).filter(|_| is_set), "{tag}");
    }
}

proptest! {
    // Failures are fixed, not kept in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_survives_the_wire(text in any::<String>()) {
        prop_assert_eq!(&object(&Problem::of(&full(&text)))["detail"], &json!(format!("text {text}")));
    }

    #[test]
    fn awkward_text_survives_the_wire(
        text in r#"([\x00-\x1f"\\/\x7f\u{2028}\u{2029}\u{feff}\u{10ffff}]|\\ud800|\\u|é|,"detail":"){0,40}"#,
    ) {
        let problem = Problem::of(&full(&text));
        prop_assert_eq!(&object(&problem)["detail"], &json!(format!("text {text}")));
        prop_assert_eq!(&object(&problem)["text"], &json!(text));
    }

    #[test]
    fn no_header_value_has_a_control_character_but_a_tab(text in any::<String>()) {
        for value in Problem::of(&full(&text)).header_fields().values() {
            prop_assert!(value.as_bytes().iter().all(|byte| (b' '..0x7f).contains(byte) || *byte == b'\t'));
        }
    }
}

/// A status that comes with something.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("sign in first")]
enum Carries {
    /// The caller has not signed in.
    #[status(401, header("WWW-Authenticate" = challenge), members(realm))]
    SignedOut { challenge: String, realm: &'static str },
    /// The directory failed.
    #[status(502, detail = "try again later", members(code = slug))]
    Directory,
}

fn signed_out(challenge: &str) -> StatusError {
    let status = Carries::SignedOut { challenge: challenge.to_owned(), realm: "shop" };
    Err::<(), _>("the token has expired").or_status(status).unwrap_err()
}

#[test]
fn or_status_keeps_what_the_status_comes_with() {
    for answer in
        [Answer::of(&signed_out("Bearer")), Answer::from(Problem::from(signed_out("Bearer")))]
    {
        assert_eq!(answer.fields["www-authenticate"], "Bearer");
        assert_eq!(answer.content, r#"{"title":"Unauthorized","status":401,"realm":"shop"}"#);
    }
    let directory = Err::<(), _>("10.0.0.5").or_status(Carries::Directory).unwrap_err();
    let expected =
        r#"{"title":"Bad Gateway","status":502,"code":"directory","detail":"try again later"}"#;
    assert_eq!(Answer::of(&directory).content, expected);
    // A challenge that cannot be sent is remembered too.
    assert_eq!(Answer::of(&signed_out("é")).status.code(), 500);
}

/// A status that comes with one thing, and nothing else.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("only one thing")]
enum Single {
    /// A header field.
    #[status(409, header("X-Left" = 0))]
    Field(u8),
    /// A challenge.
    #[status(401, header("WWW-Authenticate" = 0))]
    Challenge(&'static str),
    /// A member.
    #[status(409, members(left = 0))]
    Member(u8),
    /// A detail.
    #[status(502, detail = 0)]
    Detail(&'static str),
}

/// It has a body of its own.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("only a body")]
#[status(409, body = own_body)]
struct OnlyBody;

fn own_body(_: &View<'_>) -> Body {
    Body::new("text/csv", "own")
}

#[test]
fn or_status_keeps_each_thing_on_its_own() {
    fn answer(status: impl HttpStatus) -> Answer {
        Answer::of(&StatusError::new(status, "for the log"))
    }
    assert_eq!(answer(Single::Field(3)).fields["x-left"], "3");
    assert_eq!(answer(Single::Challenge("Bearer")).fields["www-authenticate"], "Bearer");
    assert_eq!(answer(Single::Challenge("é")).status.code(), 500);
    let member = answer(Single::Member(3)).content;
    assert_eq!(member, r#"{"title":"Conflict","status":409,"left":3}"#);
    let detail = answer(Single::Detail("try again later")).content;
    assert_eq!(detail, r#"{"title":"Bad Gateway","status":502,"detail":"try again later"}"#);
    assert_eq!(answer(OnlyBody).content, "own");
}

#[test]
fn the_message_around_a_status_error_is_sent_if_it_says_more() {
    #[derive(Debug, thiserror::Error, HttpStatus)]
    enum Outer {
        #[error("cannot save your report")]
        #[status(transparent, unlisted)]
        Report(StatusError),
        #[error(transparent)]
        #[status(transparent, unlisted)]
        Other(StatusError),
    }

    let report = Problem::from(Outer::Report(signed_out("Bearer")));
    assert_eq!(report.detail.as_deref(), Some("cannot save your report"));
    assert_eq!(report.header_fields()["www-authenticate"], "Bearer");
    assert_eq!(Problem::from(Outer::Other(signed_out("Bearer"))).detail, None);
}

/// A wrapper. The derive forwards everything.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("{error} (in span {span})")]
#[status(transparent = error, unlisted)]
struct Traced<T: std::error::Error + 'static> {
    error: T,
    span: u64,
}

#[test]
fn a_derived_wrapper_loses_nothing() {
    let traced = Traced { error: Carries::Directory, span: 7 };
    let answer = Answer::of(&traced);
    assert_eq!(answer.content, Answer::of(&Carries::Directory).content);
    let challenge = "Bearer".to_owned();
    let traced = Traced { error: Carries::SignedOut { challenge, realm: "shop" }, span: 7 };
    let answer = Answer::of(&traced);
    assert_eq!(answer.fields["www-authenticate"], "Bearer");
    let expected = r#"{"title":"Unauthorized","status":401,"detail":"sign in first (in span 7)","realm":"shop"}"#;
    assert_eq!(answer.content, expected);
}
