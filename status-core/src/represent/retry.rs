//! When to try again, as a phrase.

use alloc::format;
use alloc::string::String;
use core::time::Duration;
use std::time::SystemTime;

use crate::problem::header_fields::FieldValue;
use crate::problem::retry_after::RetryAfter;

/// A time in two forms.
pub(super) struct When {
    /// Follows "Try again": "in 2 minutes".
    pub text: String,
    /// For the `datetime` attribute of HTML's `time`.
    pub datetime: String,
}

/// Returns `None` for a date that cannot be written as an HTTP-date.
pub(super) fn when(retry_after: RetryAfter) -> Option<When> {
    match retry_after {
        RetryAfter::Delay(delay) => Some(after(delay)),
        RetryAfter::Date(date) => not_before(date),
    }
}

/// Rounded up, because a request that comes too early fails again.
fn after(delay: Duration) -> When {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    let seconds = delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0));
    let text = if seconds == 0 {
        String::from("now")
    } else if seconds <= 90 {
        format!("in {}", count_of(seconds, "second"))
    } else if seconds <= 90 * MINUTE {
        format!("in {}", count_of(seconds.div_ceil(MINUTE), "minute"))
    } else if seconds <= 2 * DAY {
        let minutes = seconds.div_ceil(MINUTE);
        both(&count_of(minutes / 60, "hour"), minutes % 60, "minute")
    } else {
        let hours = seconds.div_ceil(HOUR);
        both(&count_of(hours / 24, "day"), hours % 24, "hour")
    };
    When { text, datetime: format!("PT{seconds}S") }
}

fn both(large: &str, small: u64, unit: &str) -> String {
    if small == 0 {
        return format!("in {large}");
    }
    format!("in {large} and {}", count_of(small, unit))
}

fn count_of(count: u64, unit: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

fn not_before(date: SystemTime) -> Option<When> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    // As it is sent: "Sun, 06 Nov 1994 08:49:37 GMT".
    let sent = date.field_value()?;
    let mut parts = sent.to_str().ok()?.split(' ').skip(1);
    let (day, month, year, time) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let number = MONTHS.iter().position(|name| name.starts_with(month))?;
    let name = MONTHS.get(number)?;
    Some(When {
        text: format!(
            "after {} {name} {year}, {} UTC",
            day.trim_start_matches('0'),
            time.strip_suffix(":00").unwrap_or(time)
        ),
        datetime: format!("{year}-{:02}-{day}T{time}Z", number + 1),
    })
}
