//! Reading a problem from bytes: valid, invalid and hostile.

use std::error::Error;
use std::fmt::Write as _;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use http::{HeaderMap, HeaderValue};
use proptest::prelude::*;
use status_core::problem::{
    Answer, InvalidProblem, MAX_CONTENT, MEDIA_TYPE, OrStatus, Problem, RetryAfter,
};
use status_core::{ClientError, HttpStatus, ServerError, StatusTable};

const CONTENT_TYPE: Option<&[u8]> = Some(MEDIA_TYPE.as_bytes());

fn json(json: &str) -> Problem {
    Problem::from_json(json.as_bytes()).unwrap()
}

fn response(content: impl AsRef<[u8]>) -> Problem {
    Problem::from_response(404, CONTENT_TYPE, content.as_ref())
}

fn members(problem: &Problem) -> Vec<(&str, &str)> {
    problem.members().collect()
}

/// Whether a problem is the canonical one for its code.
fn is_bare(problem: &Problem, code: u16) -> bool {
    let same = Problem::new(status_core::Status::from_code(code).unwrap());
    problem.status() == same.status() && problem.json() == same.json()
}

fn why(problem: &Problem) -> String {
    let source = problem.source().and_then(|source| source.downcast_ref::<InvalidProblem>());
    source.map(ToString::to_string).unwrap_or_default()
}

#[test]
fn every_part_of_a_problem_is_read() {
    let problem = json(
        r#" { "type" : "https://example.com/out", "title":"Out of \"stock\"", "status":409,
              "detail":"a\u00e9\ud83d\ude00", "instance":"/orders/7", "left": 3, "trace-id":"x" } "#,
    );
    assert_eq!(problem.type_uri.as_deref(), Some("https://example.com/out"));
    assert_eq!(problem.title, "Out of \"stock\"");
    assert_eq!(problem.status(), ClientError::Conflict.status());
    assert_eq!(problem.detail.as_deref(), Some("aé😀"));
    assert_eq!(problem.instance.as_deref(), Some("/orders/7"));
    // Also names that a member sent by status-core cannot have.
    assert_eq!(members(&problem), [("left", "3"), ("trace-id", r#""x""#)]);
    assert_eq!(problem.get("left"), Some(3));
    assert!(problem.header_fields().is_empty() && problem.source().is_none());
}

#[test]
fn members_of_the_wrong_type_are_ignored() {
    for wrong in ["null", "7", "true", "[]", "{}", r#"["a"]"#, "-0.5", r#""\ud800""#] {
        let text = format!(
            r#"{{"type":{wrong},"title":{wrong},"detail":{wrong},"instance":{wrong},"status":409}}"#
        );
        assert!(is_bare(&json(&text), 409), "{wrong}");
    }
    for wrong in ["null", r#""404""#, "404.5", "-404", "99", "600", "1e400", "99999999999999999999"]
    {
        let text = format!(r#"{{"status":{wrong},"detail":"a"}}"#);
        let error = Problem::from_json(text.as_bytes()).unwrap_err().to_string();
        assert_eq!(error, "`status` is missing or not an integer from 100 to 599", "{wrong}");
        let problem = response(&text);
        assert_eq!((problem.status().code(), problem.detail.as_deref()), (404, Some("a")));
    }
    // They are not extension members either.
    assert!(members(&json(r#"{"status":404,"title":7,"type":[]}"#)).is_empty());
}

#[test]
fn numbers_keep_every_digit() {
    let kept = [
        ("big", "123456789012345678901234567890.10"),
        ("small", "-1E-400"),
        ("space", "[ 1 ,\n2 ]"),
        ("twice", r#"{"a":1,"a":2}"#),
        ("text", r#""\u00e9\ud800""#),
        ("", "null"),
    ];
    let mut text = r#"{"status":400"#.to_owned();
    for (name, value) in kept {
        write!(text, r#","{name}":{value}"#).unwrap();
    }
    let problem = json(&(text + "}"));
    assert_eq!(members(&problem), kept);
    // They are forwarded unchanged.
    assert_eq!(members(&Problem::from_json(&problem.json()).unwrap()), kept);
    assert_eq!(problem.get::<Option<u8>>(""), Some(None));
    assert_eq!(problem.get::<String>("text"), None);
}

#[test]
fn the_last_of_repeated_names_counts() {
    let problem = json(
        r#"{"a":1,"status":400,"b":2,"detail":"x","a":3,"status":409,"detail":"y","\u0061":4}"#,
    );
    assert_eq!(problem.status().code(), 409);
    assert_eq!(problem.detail.as_deref(), Some("y"));
    assert_eq!(members(&problem), [("b", "2"), ("a", "4")]);
    // Even if the last value has the wrong type.
    assert_eq!(json(r#"{"status":400,"detail":"x","detail":7}"#).detail, None);
    let problem = json(r#"{"status":400,"detail":"x","d\u0065tail":"y"}"#);
    assert_eq!(problem.detail.as_deref(), Some("y"));
}

#[test]
fn an_empty_type_is_no_type() {
    for blank in ["about:blank", ""] {
        let problem = json(&format!(r#"{{"type":"{blank}","status":404}}"#));
        assert_eq!((problem.type_uri.as_deref(), &*problem.title), (None, "Not Found"));
        assert!(problem.is(ClientError::NotFound.status()));
    }
    // The title of the server is not replaced by the reason.
    assert_eq!(json(r#"{"type":"/a","status":404}"#).title, "");
    assert_eq!(json(r#"{"status":404,"title":"Nicht gefunden"}"#).title, "Nicht gefunden");
}

#[test]
fn errors_say_what_is_wrong_and_where() {
    let said = |json: &[u8]| Problem::from_json(json).unwrap_err().to_string();
    let object = "expected a JSON object (RFC 9457 §3), found";
    assert_eq!(said(b""), format!("{object} nothing"));
    assert_eq!(said(b" \r\n\t"), format!("{object} nothing"));
    assert_eq!(said(b"<!doctype html>"), format!("{object} '<'"));
    assert_eq!(said(b"[{\"status\":404}]"), format!("{object} '['"));
    assert_eq!(said(b"\"{}\""), format!("{object} '\"'"));
    assert_eq!(said(b"\0{}"), format!("{object} '\\0'"));
    let broken = "invalid JSON:";
    assert_eq!(
        said(br#"{"status":404"#),
        format!("{broken} EOF while parsing an object at line 1 column 13")
    );
    assert_eq!(
        said(b"{\"status\":404}\n{}"),
        format!("{broken} trailing characters at line 2 column 1")
    );
    assert_eq!(
        said(b"{\"status\":404,\"a\":\"\x01\"}"),
        format!(
            "{broken} control character (\\u0000-\\u001F) found while parsing a string at line 1 column 19"
        )
    );
    for json in
        ["{\"status\":404}\0", "{'status':404}", "{status:404}", "{\"a\":NaN}", "{\"a\":01}"]
    {
        assert!(said(json.as_bytes()).starts_with(broken), "{json}");
    }
    assert_eq!(
        said(b"{\"status\":404,\"a\":\"\xe9\"}"),
        "invalid UTF-8 at byte 19 (RFC 8259 §8.1)"
    );
    assert_eq!(said(b"{}"), "`status` is missing or not an integer from 100 to 599");
    // Long values are not repeated in the message.
    assert!(said(format!("\"{}\"", "a".repeat(100_000)).as_bytes()).len() < 200);
    assert!(said(format!("{{\"{}\":1}}", "a".repeat(100_000)).as_bytes()).len() < 200);
    let error: Box<dyn Error + Send + Sync> = Problem::from_json(b"").unwrap_err().into();
    assert!(error.is::<InvalidProblem>());
}

#[test]
fn a_byte_order_mark_is_skipped_and_a_lone_surrogate_loses_only_its_member() {
    assert_eq!(json("\u{feff}{\"status\":404,\"a\":1}").get("a"), Some(1));
    assert!(Problem::from_json("\u{feff}\u{feff}{\"status\":404}".as_bytes()).is_err());
    let problem = json(r#"{"\ud800":1,"title":"\udc00","status":404,"detail":"a","b":"\ud83d"}"#);
    assert_eq!((&*problem.title, problem.detail.as_deref()), ("Not Found", Some("a")));
    assert_eq!(members(&problem), [("b", r#""\ud83d""#)]);
    // Encodings of Unicode other than UTF-8.
    let utf_16: Vec<u8> = "{\"status\":404}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(Problem::from_json(&utf_16).is_err());
    let problem =
        Problem::from_response(404, Some(b"application/problem+json; charset=utf-16"), &utf_16);
    assert!(is_bare(&problem, 404) && !why(&problem).is_empty());
    let latin_1 = b"{\"detail\":\"\xe9\"}";
    let problem =
        Problem::from_response(404, Some(b"application/problem+json;charset=iso-8859-1"), latin_1);
    assert!(is_bare(&problem, 404) && why(&problem).starts_with("invalid UTF-8"));
}

/// On a stack of 1 MiB, which cannot hold 300,000 nested calls.
#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    let test = || {
        for depth in [10_000, 300_000] {
            let nested = |open: &str, close: &str| open.repeat(depth) + "1" + &close.repeat(depth);
            for deep in [nested("[", "]"), nested("{\"a\":", "}")] {
                for name in ["type", "title", "status", "detail", "instance"] {
                    let problem = Problem::from_json(
                        format!(r#"{{"status":404,"{name}":{deep},"status":404}}"#).as_bytes(),
                    );
                    assert!(is_bare(&problem.unwrap(), 404));
                }
                let problem = json(&format!(r#"{{"status":404,"deep":{deep}}}"#));
                assert_eq!(members(&problem), [("deep", &*deep)]);
                assert_eq!(problem.get::<Vec<u8>>("deep"), None);
                assert_eq!(problem.get::<serde_json::Value>("deep"), None);
                assert_eq!(problem.clone().json().len(), problem.json().len());
                // Unterminated, and as the whole content.
                assert!(Problem::from_json(&problem.json()[..depth]).is_err());
                assert!(Problem::from_json(deep.as_bytes()).is_err());
                assert_eq!(response(&deep[..deep.len().min(MAX_CONTENT)]).detail, None);
            }
        }
    };
    thread::Builder::new().stack_size(1 << 20).spawn(test).unwrap().join().unwrap();
}

/// Each takes some hundredths of a second, and would take minutes if the time were quadratic.
#[test]
fn the_time_is_linear_in_the_length() {
    let start = Instant::now();
    let many = |name: fn(usize) -> String| {
        let mut text = r#"{"status":404"#.to_owned();
        for n in 0..100_000 {
            write!(text, ",{}:{n}", name(n)).unwrap();
        }
        text + "}"
    };
    let distinct = json(&many(|n| format!("\"m{n}\"")));
    assert_eq!(distinct.members().len(), 100_000);
    assert_eq!(distinct.get("m99999"), Some(99_999));
    assert_eq!(members(&json(&many(|_| "\"m\"".to_owned()))), [("m", "99999")]);
    assert!(is_bare(&json(&many(|_| r#""\ud800""#.to_owned())), 404));
    let long = "a".repeat(10 << 20);
    let problem = json(&format!(r#"{{"status":404,"detail":"{long}"}}"#));
    assert_eq!(problem.detail.as_ref(), Some(&long));
    assert!(is_bare(
        &json(&format!(r#"{{"status":404,"status":404{}}}"#, " ".repeat(10 << 20))),
        404
    ));
    for noise in [" ", "{", "{\"a", "<", "{\"a\":{\"a\":"] {
        let noise = noise.repeat((10 << 20) / noise.len());
        assert!(Problem::from_json(noise.as_bytes()).is_err());
        drop(Problem::from_response(404, Some(b"text/plain"), noise.as_bytes()));
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn the_media_type_decides_how_content_is_read() {
    let content = br#"{"title":"Gone Fishing","status":503,"detail":"until May"}"#;
    let read = |content_type: Option<&[u8]>| Problem::from_response(404, content_type, content);
    for named in [
        &b"application/problem+json"[..],
        b"Application/PROBLEM+Json",
        b"application/problem+json; charset=utf-8",
        b" application/problem+json ;profile=\"a;b\"",
        b"application/problem+json;charset=iso-8859-1",
        b"application/problem+json;\xff",
    ] {
        assert_eq!(read(Some(named)).title, "Gone Fishing");
    }
    for other in [
        &b""[..],
        b"application/problem+xml",
        b"application/problem+jsonx",
        b"application/problem+json, text/plain",
        b"text/html",
        b"\xff\0",
    ] {
        let problem = read(Some(other));
        assert!(is_bare(&problem, 404) && problem.source().is_none());
    }
    assert!(is_bare(&read(None), 404));
}

#[test]
fn the_code_of_the_response_wins() {
    let read = |code| Problem::from_response(code, CONTENT_TYPE, br#"{"status":418,"detail":"a"}"#);
    for code in 100..=599 {
        assert_eq!(read(code).status().code(), code);
        assert!(read(code).json().starts_with(b"{"));
    }
    for none in [0, 99, 600, 999, u16::MAX] {
        assert_eq!(read(none).status(), ServerError::InternalServerError.status());
        assert_eq!(read(none).detail.as_deref(), Some("a"));
        assert!(is_bare(&Problem::from_response(none, None, b"a"), 500));
    }
    assert_eq!(read(599).to_string(), "599: a");
}

#[test]
fn an_invalid_problem_becomes_the_problem_of_its_code() {
    // A response to HEAD has none.
    assert!(is_bare(&response(""), 404) && response("").source().is_none());
    for content in ["{", "[]", "null", "<html>", "{\"detail\":\"a\"", "{\"detail\":\"a\"}}"] {
        let problem = response(content);
        assert!(is_bare(&problem, 404), "{content}");
        let why = why(&problem);
        assert!(
            why.starts_with("expected a JSON object") || why.starts_with("invalid JSON"),
            "{content}: {why}"
        );
    }
    let of_length = |length: usize| {
        let around = r#"{"detail":""}"#.len();
        response(format!(r#"{{"detail":"{}"}}"#, "a".repeat(length - around)))
    };
    assert!(of_length(MAX_CONTENT).detail.is_some());
    assert!(is_bare(&of_length(MAX_CONTENT + 1), 404));
    assert_eq!(why(&of_length(MAX_CONTENT + 1)), "content longer than 1048576 bytes");
}

#[test]
fn plain_text_becomes_a_short_detail() {
    let read = |text: &[u8]| Problem::from_response(502, Some(b"text/plain; charset=utf-8"), text);
    let detail = |text: &[u8]| read(text).detail.clone();
    assert_eq!(
        read(b"upstream connect error\r\n  or disconnect \n").to_string(),
        "502 Bad Gateway: upstream connect error or disconnect"
    );
    assert_eq!(detail("é😀\u{2028}a\tb".as_bytes()).unwrap(), "é😀 a b");
    for none in
        [&b""[..], b" \n", b"a\xe9b", b"a\0b", b"\x1b[31mred", b"\xff\xfea\0", b"\xc2\x9b0m"]
    {
        assert!(is_bare(&read(none), 502), "{none:?}");
    }
    // Up to 200 characters, and never half of one.
    for character in ["a", "é", "😀"] {
        assert_eq!(detail(character.repeat(200).as_bytes()).unwrap(), character.repeat(200));
        let cut = character.repeat(200) + "…";
        assert_eq!(detail(character.repeat(201).as_bytes()).unwrap(), cut);
        assert_eq!(detail(character.repeat(1_000_000).as_bytes()).unwrap(), cut);
        assert_eq!(
            detail(("a".to_owned() + &"😀".repeat(300)).as_bytes()).unwrap().chars().count(),
            201
        );
    }
    assert_eq!(detail(("a".to_owned() + &" ".repeat(5000) + "b").as_bytes()).unwrap(), "a…");
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[error("no order")]
    #[status(404)]
    OrderNotFound,
    #[error(transparent)]
    #[status(transparent)]
    Stock(#[from] StockError),
    #[error(transparent)]
    #[status(transparent)]
    Server(#[from] ServerError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(type_base = "/stock/")]
enum StockError {
    /// Nothing is left.
    #[error("sold out")]
    #[status(409)]
    SoldOut,
}

#[test]
fn a_problem_is_matched_to_its_status() {
    let table = OrderError::TABLE;
    for (error, name) in [
        (OrderError::OrderNotFound, "OrderNotFound"),
        (StockError::SoldOut.into(), "SoldOut"),
        (ServerError::GatewayTimeout.into(), "GatewayTimeout"),
    ] {
        let answer = Answer::of(&error);
        let content_type = answer.fields["content-type"].as_bytes();
        let problem =
            Problem::from_response(answer.status.code(), Some(content_type), &answer.content);
        let rows: Vec<_> = table.iter().filter(|status| problem.is(status)).collect();
        assert_eq!(rows, [error.status()]);
        assert_eq!(rows[0].name(), name);
        let found = problem.type_uri.as_deref().and_then(|type_uri| table.find(type_uri));
        assert_eq!(found, error.status().type_uri().map(|_| error.status()));
    }
    // By type, regardless of the code; without a type, by code.
    let not_found = OrderError::OrderNotFound.status();
    assert!(
        json(r#"{"type":"https://shop.example/errors/order-not-found","status":410}"#)
            .is(not_found)
    );
    assert!(!json(r#"{"status":404}"#).is(not_found));
    assert!(json(r#"{"type":"about:blank","status":404}"#).is(ClientError::NotFound.status()));
    assert!(!json(r#"{"type":"/other","status":404}"#).is(ClientError::NotFound.status()));
    assert_eq!(table.find("about:blank"), None);
}

/// By default, nothing from another service's problem reaches the caller.
#[test]
fn a_problem_is_forwarded_only_on_request() {
    let read = || {
        json(r#"{"status":401,"title":"Who?","detail":"secret","instance":"secret","a":"secret"}"#)
            .detail("secret, still")
            .header("WWW-Authenticate", "Basic realm=secret")
    };
    for problem in [
        read(),
        Err::<(), _>(read()).or_status(ServerError::BadGateway).unwrap_err().into(),
        response("secret"),
        Problem::from_response(503, Some(b"text/plain"), b"secret"),
    ] {
        let answer = Answer::from(problem);
        assert_eq!(answer.status, ServerError::BadGateway.status());
        assert_eq!(answer.content, r#"{"title":"Bad Gateway","status":502}"#);
        assert!(answer.details.is_none() && answer.fields.len() == 1, "{answer:?}");
    }
    let answer = Answer::from(read().forward());
    assert_eq!(answer.status.code(), 401);
    assert_eq!(answer.fields["www-authenticate"], "Basic realm=secret");
    assert_eq!(
        answer.content,
        r#"{"title":"Who?","status":401,"detail":"secret, still","instance":"secret","a":"secret"}"#
    );
}

#[test]
fn retry_after_is_a_delay_or_a_date() {
    let read = |value: &str| {
        let mut fields = HeaderMap::new();
        fields.insert("retry-after", HeaderValue::from_bytes(value.as_bytes()).unwrap());
        RetryAfter::from_headers(&fields)
    };
    let delay = |seconds| Some(RetryAfter::Delay(Duration::from_secs(seconds)));
    assert_eq!(read("0"), delay(0));
    assert_eq!(read("120"), delay(120));
    assert_eq!(read("00120"), delay(120));
    assert_eq!(read(" 7\t"), delay(7));
    assert_eq!(read("18446744073709551615"), delay(u64::MAX));
    assert_eq!(read("18446744073709551616"), delay(u64::MAX));
    assert_eq!(read(&"9".repeat(10_000)), delay(u64::MAX));
    let date = Some(RetryAfter::Date(UNIX_EPOCH + Duration::from_secs(784_111_777)));
    assert_eq!(read("Sun, 06 Nov 1994 08:49:37 GMT"), date);
    for lenient in [
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "Xyz, 6 Nov 1994 08:49:37 UTC",
    ] {
        assert_eq!(read(lenient), date, "{lenient}");
    }
    let leap = UNIX_EPOCH + Duration::from_secs(1_483_228_800);
    assert_eq!(read("Sat, 31 Dec 2016 23:59:60 GMT"), Some(RetryAfter::Date(leap)));
    assert_eq!((read("1.5"), read("0.503"), read("7.000")), (delay(2), delay(1), delay(7)));
    assert_eq!(read("18446744073709551615.5"), delay(u64::MAX));
    assert_eq!((read("-5"), read("-0.5")), (delay(0), delay(0)));
    let mut two = HeaderMap::new();
    two.append("retry-after", HeaderValue::from_static("soon"));
    two.append("retry-after", HeaderValue::from_static("7"));
    assert_eq!(RetryAfter::from_headers(&two), delay(7));
    assert_eq!(read("Sunday, 06-Nov-94 08:49:37 GMT"), date);
    assert_eq!(read("Sun Nov  6 08:49:37 1994"), date);
    for none in [
        "",
        " ",
        "-",
        "+1",
        "1.",
        ".5",
        "1.5.1",
        "1,5",
        "1 2",
        "1s",
        "0x10",
        "1e3",
        "٣",
        "\u{ff11}",
        "soon",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT GMT",
        "Sun, 32 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "1994-11-06T08:49:37Z",
        "Wed, 01 Jan 1969 00:00:00 GMT",
    ] {
        assert_eq!(read(none), None, "{none:?}");
    }
    assert_eq!(RetryAfter::from_headers(&HeaderMap::new()), None);

    // The `Date` that it is relative to is read like it: a server writes both.
    for sent in ["Sun, 06 Nov 1994 08:49:37 GMT", "Xyz, 6 Nov 1994 08:49:37 UTC"] {
        let mut fields = HeaderMap::new();
        fields.insert("date", HeaderValue::from_static(sent));
        fields.insert("retry-after", sent.replace(":37", ":47").parse().unwrap());
        let problem = Problem::from_parts(503, &fields, b"");
        assert_eq!(problem.retry_delay(), Some(Duration::from_secs(10)), "{sent}");
    }

    let now = UNIX_EPOCH + Duration::from_secs(1000);
    assert_eq!(RetryAfter::Delay(Duration::from_secs(5)).delay(now), Duration::from_secs(5));
    let at = |seconds| RetryAfter::Date(UNIX_EPOCH + Duration::from_secs(seconds)).delay(now);
    assert_eq!(at(1007), Duration::from_secs(7));
    assert_eq!(at(993), Duration::ZERO);

    let soon = SystemTime::now() + Duration::from_secs(100);
    let problem = Problem::of(&ServerError::ServiceUnavailable).retry_after(soon);
    let delay = problem.retry_delay().unwrap();
    assert!((Duration::from_secs(60)..=Duration::from_secs(100)).contains(&delay), "{delay:?}");
    assert_eq!(Problem::of(&ServerError::ServiceUnavailable).retry_delay(), None);
    // A negative delay is not sent.
    let negative = Problem::of(&ServerError::ServiceUnavailable).header("Retry-After", -5_i64);
    assert!(negative.header_fields().is_empty());
}

/// Fragments of valid and invalid problems.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\"type\":", "\"title\":", "\"status\":",
            "\"detail\":", "\"instance\":", "\"a\":", "\"a\"", "404", "-1", "1e999", "0.1", "null",
            "true", "\"about:blank\"", "\\ud800", "\\u0000", "\u{feff}", " ", "\n", "\0", "é", "😀",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A problem with some bytes replaced, removed or inserted.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let sound = r#"{"type":"/é","title":"a\"b","status":404,"detail":"\ud83d\ude00","instance":"/7","m":[1,{"n":null}],"x":-1.5e3}"#;
    let change = (any::<prop::sample::Index>(), 0..3_u8, any::<u8>());
    prop::collection::vec(change, 1..6).prop_map(|changes| {
        let mut bytes = sound.as_bytes().to_vec();
        for (index, kind, byte) in changes {
            let index = index.index(bytes.len());
            match kind {
                0 => bytes[index] = byte,
                1 => bytes.insert(index, byte),
                _ => drop(bytes.remove(index)),
            }
        }
        bytes
    })
}

/// Asserts what is true of any input.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let parsed = serde_json::from_slice::<serde_json::Value>(bytes);
    let read = Problem::from_json(bytes);
    if let Err(error) = &read {
        prop_assert!(error.to_string().len() < 300);
    } else {
        let problem = Problem::from_response(404, CONTENT_TYPE, bytes);
        prop_assert!(problem.source().is_none());
    }
    // Everything that serde_json reads as an object with a status is read.
    if let Ok(serde_json::Value::Object(object)) = parsed {
        let status = object.get("status").and_then(serde_json::Value::as_u64);
        prop_assert_eq!(read.is_ok(), status.is_some_and(|status| (100..600).contains(&status)));
        let problem = Problem::from_response(404, CONTENT_TYPE, bytes);
        prop_assert_eq!(
            problem.detail.as_deref(),
            object.get("detail").and_then(|detail| detail.as_str())
        );
        for (name, json) in problem.members() {
            let json = serde_json::from_str::<serde_json::Value>(json).ok();
            prop_assert_eq!(json.as_ref(), object.get(name));
        }
    }
    for content_type in [CONTENT_TYPE, Some(b"text/plain"), Some(bytes), None] {
        let problem = Problem::from_response(404, content_type, bytes);
        prop_assert_eq!(problem.status().code(), 404);
        // Its JSON is valid and reads as the same problem.
        let again = Problem::from_json(&problem.json());
        prop_assert_eq!(again.map(|again| again.json()).ok(), Some(problem.json()));
        let _ = format!("{problem} {problem:?}");
    }
    Ok(())
}

proptest! {
    // Failures are fixed, not kept in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn fragments_are_read_or_refused(bytes in pieces()) {
        check(&bytes)?;
    }

    #[test]
    fn mutated_problems_are_read_or_refused(bytes in mutated()) {
        check(&bytes)?;
    }

    #[test]
    fn random_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes)?;
    }

    #[test]
    fn every_retry_after_is_read_or_refused(value in r"[ -~\t]{0,40}|[0-9]{1,30}|[A-Z][a-z]{2,8},? ?[0-9A-Za-z -]{4,12} [0-9:]{8} (GMT|[0-9]{4})") {
        let mut fields = HeaderMap::new();
        fields.insert("retry-after", HeaderValue::from_bytes(value.as_bytes()).unwrap());
        if let Some(when) = RetryAfter::from_headers(&fields) {
            let _ = when.delay(SystemTime::now());
        }
    }
}

#[test]
fn the_display_of_what_was_read_is_safe_for_a_terminal() {
    let json = br#"{"status":404,"title":"t\u001b[2J","detail":"a\r\nb\u202e"}"#;
    let problem = Problem::from_json(json).unwrap();
    let title = Problem::from_json(br#"{"status":404,"title":"t\u001b[2J"}"#).unwrap();
    for forward in [|problem| problem, Problem::forward] {
        let (problem, title) = (forward(problem.clone()), forward(title.clone()));
        assert_eq!(problem.to_string(), "404 Not Found: a\\r\\nb\\u{202e}");
        assert_eq!(problem.detail.as_deref(), Some("a\r\nb\u{202e}"));
        assert_eq!(title.to_string(), "404 Not Found: t\\u{1b}[2J");
    }
    // A type without a title has none.
    let problem = Problem::from_json(br#"{"status":404,"type":"/order"}"#).unwrap();
    assert_eq!(problem.to_string(), "404 Not Found");
}

#[test]
fn an_empty_text_adds_nothing_to_the_display() {
    for (content, shown) in [
        (r#"{"status":404,"detail":""}"#, "404 Not Found"),
        (r#"{"status":404,"detail":" \n"}"#, "404 Not Found"),
        (r#"{"status":404,"title":" "}"#, "404 Not Found"),
        (r#"{"status":404,"title":"No order","detail":""}"#, "404 Not Found: No order"),
        (r#"{"status":404,"title":"No order","detail":"of 7"}"#, "404 Not Found: of 7"),
    ] {
        assert_eq!(json(content).to_string(), shown, "{content}");
    }
    assert_eq!(Problem::of(&ClientError::NotFound).detail("").to_string(), "404 Not Found");
}

#[test]
fn the_display_of_what_was_read_has_a_limit() {
    let long = "é".repeat(100_000);
    for member in ["detail", "title"] {
        let problem = json(&format!(r#"{{"status":404,"{member}":"{long}"}}"#));
        assert_eq!(problem.to_string(), format!("404 Not Found: {}…", "é".repeat(512)));
        assert_eq!(problem.clone().forward().to_string(), problem.to_string());
        let kept = problem.detail.as_deref().unwrap_or(&problem.title);
        assert_eq!(kept, long);
    }
    let own = Problem::of(&ClientError::NotFound).detail(long.clone());
    assert_eq!(own.to_string(), format!("404 Not Found: {long}"));
}

fn plain_json(content: &str) -> Problem {
    Problem::from_response(422, Some(b"application/json; charset=utf-8"), content.as_bytes())
}

#[test]
fn json_of_another_media_type_may_be_a_problem() {
    let problem = plain_json(r#"{"type":"/sold-out","detail":"none left","left":0}"#);
    assert_eq!(problem.type_uri.as_deref(), Some("/sold-out"));
    assert_eq!((problem.detail.as_deref(), problem.get("left")), (Some("none left"), Some(0)));
    // ASP.NET's, with the code in the content.
    let problem = plain_json(r#"{"status":400,"title":"One or more validation errors"}"#);
    assert_eq!(problem.title, "One or more validation errors");
    assert_eq!(problem.status().code(), 422);
}

#[test]
fn the_members_of_any_other_object_are_kept() {
    let problem =
        plain_json(r#"{"code":"x","error":{"message":"y"},"title":"a book","status":"error"}"#);
    assert_eq!(problem.title, "Unprocessable Content");
    assert_eq!(problem.get("code"), Some("x".to_owned()));
    assert!(problem.get::<serde_json::Value>("error").is_some());
    // They are not what RFC 9457 means, so that they can be read, and are not sent.
    assert_eq!(problem.get("title"), Some("a book".to_owned()));
    assert_eq!(problem.get("status"), Some("error".to_owned()));
    let sent =
        r#"{"title":"Unprocessable Content","status":422,"code":"x","error":{"message":"y"}}"#;
    assert_eq!(problem.forward().json(), sent.as_bytes());
    let typed = plain_json(r#"{"type":7,"title":"Order"}"#);
    assert_eq!(members(&typed), [("type", "7"), ("title", r#""Order""#)]);
    let sent = r#"{"title":"Unprocessable Content","status":422,"type":7}"#;
    assert_eq!(typed.forward().json(), sent.as_bytes());
    let listed = plain_json(r#"{"status":"error"}"#);
    assert_eq!(listed.clone().forward(), listed, "both send the same");
    // FastAPI's, of both kinds.
    assert_eq!(plain_json(r#"{"detail":"Not Found"}"#).detail.as_deref(), Some("Not Found"));
    let listed = plain_json(r#"{"detail":[{"loc":["body"]}]}"#);
    assert_eq!(listed.detail, None);
    assert_eq!(listed.get::<Vec<serde_json::Value>>("detail").unwrap().len(), 1);
    assert_eq!(plain_json(r#"{"detail":null}"#).members().len(), 0);
    // The last of repeated members counts, whatever its type is.
    let repeated = plain_json(r#"{"detail":[1],"instance":7,"detail":[2]}"#);
    assert_eq!(members(&repeated), [("instance", "7"), ("detail", "[2]")]);
    let repeated = plain_json(r#"{"detail":[1],"detail":"text"}"#);
    assert_eq!((members(&repeated), repeated.detail.as_deref()), (vec![], Some("text")));
}

/// Names must be unique (RFC 8259 §4): most parsers keep the last value of a repeated name.
#[test]
fn a_standard_member_that_is_set_is_sent_instead_of_the_received_one() {
    let read = || plain_json(r#"{"detail":[{"loc":1}],"instance":7,"code":"x"}"#);
    let start = r#"{"title":"Unprocessable Content","status":422,"#;
    let received = r#""code":"x","detail":[{"loc":1}],"instance":7}"#;
    assert_eq!(read().json(), format!("{start}{received}").into_bytes());
    let sent = |set: fn(&mut Problem)| {
        let (mut problem, mut forwarded) = (read(), read().forward());
        set(&mut problem);
        set(&mut forwarded);
        // What was received can still be read.
        assert_eq!(members(&problem), members(&read()));
        assert_eq!((problem.get("instance"), problem.members().len()), (Some(7), 3));

        let json = String::from_utf8(forwarded.json()).unwrap();
        assert_eq!(problem.json(), json.as_bytes());
        assert_eq!(serde_json::to_string(&forwarded).unwrap(), json);
        let members = members(&forwarded);
        assert_eq!(forwarded.members().len(), members.len());
        let (_, own) = json.split_at(json.find("\"code\"").unwrap());
        let listed: Vec<String> =
            members.iter().map(|(name, json)| format!("\"{name}\":{json}")).collect();
        assert_eq!(format!("{}}}", listed.join(",")), own);
        assert_eq!(forwarded.get::<u8>("instance").is_some(), forwarded.instance.is_none());
        assert_eq!(Answer::from(forwarded).content, json);
        json.strip_prefix(start).unwrap().to_owned()
    };
    assert_eq!(sent(|_| ()), received);
    let with_instance = r#""instance":"/up","code":"x","detail":[{"loc":1}]}"#;
    assert_eq!(sent(|problem| problem.instance = Some("/up".to_owned())), with_instance);
    let with_detail = r#""detail":"no","code":"x","instance":7}"#;
    assert_eq!(sent(|problem| problem.detail = Some("no".to_owned())), with_detail);
    let with_both = r#""detail":"no","instance":"/up","code":"x"}"#;
    let set_both = |problem: &mut Problem| {
        problem.detail = Some("no".to_owned());
        problem.instance = Some("/up".to_owned());
    };
    assert_eq!(sent(set_both), with_both);

    let mut typed = plain_json(r#"{"type":7,"code":"x"}"#);
    typed.type_uri = Some("/order".into());
    let sent = r#"{"type":"/order","title":"Unprocessable Content","status":422,"code":"x"}"#;
    assert_eq!(typed.json(), sent.as_bytes());
}

#[test]
fn json_that_is_no_object_is_not_broken_and_broken_json_says_so() {
    for content in ["[1]", "\"text\"", "", "7"] {
        let problem = plain_json(content);
        assert!(problem.source().is_none(), "{content}: {:?}", problem.source());
        assert_eq!(problem.members().len(), 0);
    }
    assert!(plain_json("{\"a\":").source().unwrap().to_string().starts_with("invalid JSON"));
}
