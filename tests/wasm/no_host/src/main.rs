//! A program on a host without a clock or any other import. `test.mjs` runs it: a failed assertion
//! is a trap.
#![forbid(unsafe_code)]

use std::time::Duration;

use http::Response;
use status_core::ServerError;
use status_core::problem::{Answer, Problem};

const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
const LATER: &str = "Sun, 06 Nov 1994 08:50:07 GMT";

fn delay(fields: &[(&str, &str)]) -> Option<Duration> {
    let mut response = Response::builder().status(503);
    for (name, value) in fields {
        response = response.header(*name, *value);
    }
    Problem::from_http(&response.body("").unwrap()).retry_delay()
}

fn main() {
    let half_a_minute = Some(Duration::from_secs(30));
    assert_eq!(delay(&[("Retry-After", "30")]), half_a_minute);
    assert_eq!(delay(&[("Retry-After", LATER), ("Date", DATE)]), half_a_minute);
    assert_eq!(delay(&[("Retry-After", LATER)]), None);

    let answer = Answer::of(&ServerError::ServiceUnavailable);
    assert_eq!(answer.content, r#"{"title":"Service Unavailable","status":503}"#);
}
