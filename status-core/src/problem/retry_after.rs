//! `Retry-After` (RFC 9110 §10.2.3) in both of its forms.

use core::time::Duration;
use std::time::SystemTime;

use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderValue};

use super::header_fields::FieldValue;

/// The value of `Retry-After` (RFC 9110 §10.2.3).
///
/// ```
/// use std::time::Duration;
/// use status_core::ServerError;
/// use status_core::problem::{Problem, RetryAfter};
///
/// let problem = Problem::of(&ServerError::ServiceUnavailable).retry_after(Duration::from_secs(30));
/// let sent = RetryAfter::from_headers(problem.header_fields());
/// assert_eq!(sent, Some(RetryAfter::Delay(Duration::from_secs(30))));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    /// After this time. It is sent in whole seconds, rounded up.
    Delay(Duration),
    /// Not before this date. It is sent without fractions of a second.
    Date(SystemTime),
}

impl RetryAfter {
    /// Returns the `Retry-After` of a response, or `None` if it is missing or is neither a number
    /// of seconds nor an HTTP-date.
    #[must_use]
    pub fn from_headers(fields: &HeaderMap) -> Option<Self> {
        Self::parse(fields.get(RETRY_AFTER)?)
    }

    /// Parses either form. A number of seconds that overflows becomes `u64::MAX`.
    fn parse(value: &HeaderValue) -> Option<Self> {
        let text = value.to_str().ok()?.trim_matches([' ', '\t']);
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let seconds = text.parse().unwrap_or(u64::MAX);
            return Some(Self::Delay(Duration::from_secs(seconds)));
        }
        httpdate::parse_http_date(text).ok().map(Self::Date)
    }

    /// Returns how long to wait from `now`, or zero if the date has passed.
    #[must_use]
    pub fn delay(self, now: SystemTime) -> Duration {
        match self {
            Self::Delay(delay) => delay,
            Self::Date(date) => date.duration_since(now).unwrap_or_default(),
        }
    }
}

impl From<Duration> for RetryAfter {
    fn from(delay: Duration) -> Self {
        Self::Delay(delay)
    }
}

impl From<SystemTime> for RetryAfter {
    fn from(date: SystemTime) -> Self {
        Self::Date(date)
    }
}

impl FieldValue for RetryAfter {
    fn field_value(&self) -> Option<HeaderValue> {
        match self {
            Self::Delay(delay) => delay.field_value(),
            Self::Date(date) => date.field_value(),
        }
    }
}
