//! The header fields of an error: what is sent is legal, and reading it gives the value again.
//!
//! The input is the code, the name of the field, a letter for the type of its value, and the value.

#![no_main]

use std::any::TypeId;
use std::fmt::Debug;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use libfuzzer_sys::{Corpus, fuzz_target};
use status_core::Status;
use status_core::problem::{Answer, FieldValue, FromFieldValue, Problem, RetryAfter};

/// An HTTP-date has four digits for the year.
const YEAR_10000: u64 = 253_402_300_800;

fuzz_target!(|input: &[u8]| -> Corpus { run(input).map_or(Corpus::Reject, |()| Corpus::Keep) });

fn run(input: &[u8]) -> Option<()> {
    let mut parts = input.splitn(4, |&byte| byte == b'\n');
    let code = str::from_utf8(parts.next()?).ok()?.parse().ok()?;
    let status = Status::from_code(code).filter(|status| status.class().is_error())?;
    let name = str::from_utf8(parts.next()?).ok()?;
    let kind = parts.next()?;
    let value = parts.next()?;
    match kind {
        b"text" => {
            let text = str::from_utf8(value).ok()?;
            let trimmed = text.trim_matches([' ', '\t']).to_owned();
            let is_legal = is_visible(trimmed.as_bytes());
            check(status, name, text.to_owned(), Some(trimmed).filter(|_| is_legal));
        }
        b"uri" => {
            let uri: Uri = str::from_utf8(value).ok()?.parse().ok()?;
            // http accepts other characters in a path.
            let is_ascii = uri.to_string().is_ascii();
            check(status, name, uri.clone(), Some(uri).filter(|_| is_ascii));
        }
        b"method" => {
            let method = Method::from_bytes(value).ok()?;
            check(status, name, method.clone(), Some(method));
        }
        b"integer" => {
            let number: i64 = str::from_utf8(value).ok()?.parse().ok()?;
            check(status, name, number, Some(number));
            let unsigned = number.cast_unsigned();
            check(status, name, unsigned, Some(unsigned));
            if let Ok(small) = i8::try_from(number) {
                check(status, name, small, Some(small));
            }
        }
        b"delay" => {
            let delay = time(value)?;
            let seconds = delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0));
            let rounded = Duration::from_secs(seconds);
            check(status, name, delay, Some(rounded));
            check(status, name, RetryAfter::from(delay), Some(RetryAfter::from(rounded)));
        }
        b"date" | b"before" => {
            let since = time(value)?;
            let date = match kind {
                b"date" => UNIX_EPOCH.checked_add(since)?,
                _ => UNIX_EPOCH.checked_sub(since)?,
            };
            let is_before = date < UNIX_EPOCH;
            let can_be_sent = !is_before && since.as_secs() < YEAR_10000;
            let rounded: SystemTime =
                UNIX_EPOCH + Duration::from_secs(since.as_secs() % YEAR_10000);
            check(status, name, date, Some(rounded).filter(|_| can_be_sent));
            let rounded = can_be_sent.then(|| RetryAfter::from(rounded));
            check(status, name, RetryAfter::from(date), rounded);
        }
        b"raw" => {
            let value = HeaderValue::from_bytes(value).ok()?;
            check(status, name, value.clone(), Some(value));
        }
        _ => return None,
    }
    Some(())
}

/// Seconds, and nanoseconds if there is a point.
fn time(value: &[u8]) -> Option<Duration> {
    let text = str::from_utf8(value).ok()?;
    let (seconds, nanoseconds) = text.split_once('.').unwrap_or((text, "0"));
    let nanoseconds: u32 = nanoseconds.parse().ok()?;
    Some(Duration::new(seconds.parse().ok()?, nanoseconds % 1_000_000_000))
}

/// Sends a value. `expected` is what is read again if it can be sent.
fn check<V>(status: &'static Status, name: &str, value: V, expected: Option<V>)
where
    V: FieldValue + FromFieldValue + PartialEq + Debug + 'static,
{
    let is_raw = TypeId::of::<V>() == TypeId::of::<HeaderValue>();
    let is = |other: &&str| name.eq_ignore_ascii_case(other);
    let is_required = status.required_headers().iter().any(is);
    let written = value.field_value();
    let is_empty = written.as_ref().is_some_and(HeaderValue::is_empty);
    let is_negative = written.as_ref().is_some_and(|it| it.as_bytes().starts_with(b"-"));
    let is_refused = HeaderName::from_bytes(name.as_bytes()).is_err()
        || ["content-type", "content-length", "transfer-encoding"].iter().any(is)
        || is(&"retry-after") && is_negative
        || is_required && is_empty && !is(&"allow");

    let problem = Problem::new(status).header(name, value);
    let sent = problem.header_fields().get(name).cloned();
    assert!(problem.header_fields().len() <= 1);
    let expected = expected.filter(|_| !is_refused);
    assert_eq!(sent.is_some(), expected.is_some());
    assert_eq!(sent.as_ref().and_then(V::from_field_value), expected);

    let answer = Answer::from(problem);
    let is_lost = is_required && sent.is_none();
    assert_eq!(answer.status.code(), if is_lost { 500 } else { status.code() });
    assert_eq!(answer.fields.get("content-type").unwrap(), "application/problem+json");
    assert_eq!(answer.fields.get_all("content-type").iter().count(), 1);
    if !is_lost && sent.is_some() {
        assert_eq!(answer.fields.get(name), sent.as_ref());
    }
    assert!(answer.fields.iter().all(|(_, value)| is_legal(value, is_raw)));

    // An absent one is omitted, even if it is required.
    let problem = Problem::new(status).header(name, None::<V>);
    assert_eq!(problem.header_fields(), &HeaderMap::new());
    assert_eq!(Answer::from(problem).status, status);
}

/// Unless the caller made the value, it is visible and not between spaces.
fn is_legal(value: &HeaderValue, is_raw: bool) -> bool {
    let bytes = value.as_bytes();
    is_raw || bytes.trim_ascii() == bytes && is_visible(bytes)
}

/// Visible ASCII, spaces and tabs (RFC 9110 §5.5).
fn is_visible(text: &[u8]) -> bool {
    text.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~'))
}
