//! `Retry-After`: what is read can be sent, and reads the same; a delay is that of the two dates.
//!
//! The input is a `Date`, and below it the `Retry-After` of each line.

#![no_main]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Method};
use libfuzzer_sys::{Corpus, fuzz_target};
use status_core::problem::{Problem, RetryAfter};
use status_core::represent::{self, View};
use status_core::{Retry, ServerError};

/// An HTTP-date has four digits for the year.
const YEAR_10000: u64 = 253_402_300_800;

fuzz_target!(|data: &[u8]| -> Corpus {
    let mut lines = data.split(|&byte| byte == b'\n');
    let date = lines.next().and_then(|line| HeaderValue::from_bytes(line).ok());
    let mut fields = HeaderMap::new();
    for value in lines.filter_map(|line| HeaderValue::from_bytes(line).ok()) {
        fields.append(RETRY_AFTER, value);
    }
    // It is read like a `Retry-After` that is a date.
    let sent = date.as_ref().map(|date| HeaderMap::from_iter([(RETRY_AFTER, date.clone())]));
    let sent = match sent.as_ref().and_then(RetryAfter::from_headers) {
        Some(RetryAfter::Date(date)) => Some(date),
        _ => None,
    };
    let read = RetryAfter::from_headers(&fields);
    if let [first] = &*fields.get_all(RETRY_AFTER).iter().collect::<Vec<_>>()
        && let Some(expected) = digits(first)
    {
        assert_eq!(read, Some(RetryAfter::Delay(Duration::from_secs(expected))));
    }
    if let Some(date) = date {
        fields.insert(DATE, date);
    }
    let problem = Problem::from_parts(503, &fields, b"");
    let delay = problem.retry_delay();
    assert_eq!(delay.is_some(), read.is_some());
    let Some(read) = read else { return Corpus::Keep };

    // With the clock, the delay changes between two calls.
    if matches!(read, RetryAfter::Delay(_)) || sent.is_some() {
        assert_eq!(problem.retry(&Method::GET), Retry::Idempotent { delay });
    }
    let mut view = View::new(problem.status());
    view.retry_after = Some(read);
    assert!(represent::page(&view).contains("503") && represent::text(&view).contains("503"));
    let mut can_be_sent = true;
    match read {
        RetryAfter::Delay(it) => {
            assert_eq!(it.subsec_nanos(), 0);
            assert_eq!(delay, Some(it));
        }
        RetryAfter::Date(it) => {
            let since = it.duration_since(UNIX_EPOCH).unwrap();
            assert!(since.as_secs() <= YEAR_10000 && since.subsec_nanos() == 0);
            can_be_sent = since.as_secs() < YEAR_10000;
            assert!(delay.unwrap() <= since);
            if let Some(sent) = sent {
                assert_eq!(delay, Some(it.duration_since(sent).unwrap_or_default()));
            }
            assert_eq!(read.delay(it + Duration::from_secs(1)), Duration::ZERO);
            assert_eq!(read.delay(SystemTime::UNIX_EPOCH), since);
        }
    }
    let written = Problem::of(&ServerError::ServiceUnavailable).retry_after(read);
    let again = RetryAfter::from_headers(written.header_fields());
    assert_eq!(again, Some(read).filter(|_| can_be_sent));
    Corpus::Keep
});

/// The number that a value with digits alone is.
fn digits(value: &HeaderValue) -> Option<u64> {
    let digits = value.as_bytes();
    let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| {
        let digit = |number: u64, digit: &u8| {
            number.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
        };
        digits.iter().fold(0, digit)
    })
}
