//! `Retry-After` (RFC 9110 §10.2.3) in both of its forms.

use core::time::Duration;
use std::time::SystemTime;

use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderValue};

use super::clock;
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
    /// Returns the `Retry-After` of a response, or `None` if it is missing or malformed.
    ///
    /// The value is a number of seconds or an HTTP-date. Common mistakes are accepted: fractions of
    /// a second are rounded up, a negative number is zero, and a date may have `UTC` or `+0000`
    /// instead of `GMT`, a wrong weekday, a one-digit day or a leap second. If the field is
    /// repeated, the first value that can be read counts.
    #[must_use]
    pub fn from_headers(fields: &HeaderMap) -> Option<Self> {
        fields.get_all(RETRY_AFTER).iter().find_map(Self::parse)
    }

    /// A number of seconds that overflows becomes `u64::MAX`.
    pub(crate) fn parse(value: &HeaderValue) -> Option<Self> {
        let text = text(value)?;
        let seconds = match text.strip_prefix('-') {
            Some(negative) => seconds(negative).map(|_| 0),
            None => seconds(text),
        };
        if let Some(seconds) = seconds {
            return Some(Self::Delay(Duration::from_secs(seconds)));
        }
        http_date(text).map(Self::Date)
    }

    /// Returns how long to wait from `now`, or zero if the date has passed.
    #[must_use]
    pub fn delay(self, now: SystemTime) -> Duration {
        match self {
            Self::Delay(delay) => delay,
            Self::Date(date) => date.duration_since(now).unwrap_or_default(),
        }
    }

    /// How long to wait from `date` or, without one, from now. `None` if that takes a clock, and
    /// there is none.
    pub(crate) fn delay_since(self, date: Option<SystemTime>) -> Option<Duration> {
        match self {
            Self::Delay(delay) => Some(delay),
            Self::Date(_) => Some(self.delay(date.or_else(clock::now)?)),
        }
    }
}

/// The date in a header field, read like that of a `Retry-After`.
pub(crate) fn date(value: &HeaderValue) -> Option<SystemTime> {
    http_date(text(value)?)
}

fn text(value: &HeaderValue) -> Option<&str> {
    Some(value.to_str().ok()?.trim_matches([' ', '\t']))
}

fn http_date(text: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(text).ok().or_else(|| lenient_date(text))
}

/// A decimal number, rounded up.
fn seconds(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let up = u64::from(fraction.bytes().any(|digit| digit != b'0'));
    Some(whole.parse().unwrap_or(u64::MAX).saturating_add(up))
}

/// A date that is almost an HTTP-date: "Mon, 6 Nov 1994 23:59:60 UTC".
fn lenient_date(text: &str) -> Option<SystemTime> {
    const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let (_, date) = text.split_once(", ")?;
    let mut parts = date.split(' ');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (time, zone) = (parts.next()?, parts.next()?);
    if !matches!(zone, "GMT" | "UTC" | "+0000") || parts.next().is_some() {
        return None;
    }
    // `httpdate` does not accept a leap second, so it is read as the second after :59.
    let (time, leap) = match time.strip_suffix(":60") {
        Some(minutes) => (&*alloc::format!("{minutes}:59"), 1),
        None => (time, 0),
    };
    let date = alloc::format!("{day:0>2} {month} {year} {time} GMT");
    let of_weekday = |weekday| httpdate::parse_http_date(&alloc::format!("{weekday}, {date}")).ok();
    WEEKDAYS.into_iter().find_map(of_weekday)?.checked_add(Duration::from_secs(leap))
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
