//! What a status means to a person who knows nothing of HTTP, and when to come back.

use alloc::format;
use alloc::string::String;
use core::time::Duration;
use std::time::SystemTime;

use crate::problem::{FieldValue, RetryAfter};
use crate::{Class, Status};

/// What a page says of a status where the problem has no words of its own.
pub(super) struct Words {
    /// What happened.
    pub heading: &'static str,
    /// What to do now. Empty where there is nothing to do.
    pub advice: &'static str,
    /// When to come back, where that is not known. Empty where it would not help.
    pub again: &'static str,
}

pub(super) fn words(status: &Status) -> Words {
    let (heading, advice) = match status.class() {
        Class::Informational | Class::Success => ("All is well", ""),
        Class::Redirection => (
            "This is somewhere else",
            "Your browser should have gone there by itself. Go back to the page that you came from.",
        ),
        Class::ClientError => client_error(status),
        Class::ServerError => server_error(status),
    };
    Words { heading, advice, again: again(status) }
}

fn client_error(status: &Status) -> (&'static str, &'static str) {
    match status.code() {
        400 => (
            "This request could not be understood",
            "Something in it is not as it should be. Go back, check what you entered, and send it again.",
        ),
        401 => (
            "Please sign in first",
            "This is for people who have signed in. Sign in, and then come back to this address.",
        ),
        402 => (
            "This has to be paid for",
            "Check the payment or the plan of your account, and then try again.",
        ),
        403 => (
            "You have no access to this",
            "If you think that you should have it, sign in with another account, or ask whoever runs \
             this site.",
        ),
        404 => (
            "There is nothing here",
            "The address may be mistyped, or what was here may have moved. Check the address, or go \
             back to the page that you came from.",
        ),
        405 => (
            "This cannot be done here",
            "The address is right, but not for what was tried. Go back, and look for another way to do \
             it.",
        ),
        406 => (
            "There is no version of this for you",
            "It exists, but not in a format or a language that your program asked for.",
        ),
        408 => (
            "Your request took too long to arrive",
            "The connection may be slow, or may have been cut. Check it, and send the request again.",
        ),
        409 | 412 => (
            "Something has changed in the meantime",
            "What you sent does not fit what is there now. Load the page anew, look at how things \
             stand, and try again.",
        ),
        410 => (
            "This is gone for good",
            "It was here once, has been removed, and will not return. A bookmark or a link to it can be \
             deleted.",
        ),
        413 => (
            "That was too large",
            "This site takes no more than a certain size at once. Send something smaller, or send it in \
             parts.",
        ),
        414 => (
            "This address is too long",
            "It may have been put together wrongly. Go back to the page that you came from, or use a \
             shorter address.",
        ),
        415 => (
            "This kind of file is not accepted here",
            "Save it in another format, and send it again.",
        ),
        422 => (
            "Some of this could not be accepted",
            "What you sent could be read, but does not fit. Go back, check what you entered, and send \
             it again.",
        ),
        423 => ("This is locked", "Somebody else may be working on it."),
        429 => (
            "That was a little too fast",
            "More requests came from you, or from others on your connection, than this site takes in so \
             short a time.",
        ),
        431 => (
            "Your browser sent too much along",
            "Most often, too many cookies have piled up. Delete the cookies of this site, and try \
             again.",
        ),
        451 => (
            "This may not be shown, for legal reasons",
            "A legal demand keeps it from you. In another country, it may be different.",
        ),
        _ => (
            "This request could not be carried out",
            "To send the same again will not help. Go back, and check what you entered.",
        ),
    }
}

fn server_error(status: &Status) -> (&'static str, &'static str) {
    match status.code() {
        501 => (
            "This does not exist yet",
            "The site cannot do what was asked of it, and trying again will not help for now.",
        ),
        502 => (
            "Something went wrong behind this site",
            "Another server that is needed here gave no usable answer. You did nothing wrong.",
        ),
        503 => (
            "This is not available right now",
            "The site is very busy, or somebody is working on it. You did nothing wrong.",
        ),
        504 => (
            "The answer took too long",
            "Another server that is needed here did not answer in time. You did nothing wrong.",
        ),
        511 => (
            "This network wants you to sign in",
            "It is your network that says so, and not the site. Open the network's sign-in page, and \
             then come back.",
        ),
        _ if status.is_temporary() => {
            ("This cannot be done right now", "You did nothing wrong, and it will pass.")
        }
        _ => (
            "Something went wrong on our side",
            "You did nothing wrong. If it happens again, tell whoever runs this site.",
        ),
    }
}

fn again(status: &Status) -> &'static str {
    match status.code() {
        429 => "Wait a while, and then go on more slowly.",
        // Time alone helps with neither.
        501 | 511 => "",
        423 | 500..=599 => "Try again in a few minutes.",
        _ => "",
    }
}

/// When to come back.
pub(super) struct When {
    /// What stands after "Try again": "in 2 minutes".
    pub words: String,
    /// The same for the `datetime` of HTML's `time`.
    pub machine: String,
}

/// `None` for a time that no `Retry-After` can say.
pub(super) fn when(retry_after: RetryAfter) -> Option<When> {
    match retry_after {
        RetryAfter::Delay(delay) => Some(after(delay)),
        RetryAfter::Date(date) => not_before(date),
    }
}

/// Rounded up: whoever comes too early is turned away again.
fn after(delay: Duration) -> When {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    let seconds = delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0));
    let words = if seconds == 0 {
        String::from("now")
    } else if seconds <= 90 {
        format!("in {}", some(seconds, "second"))
    } else if seconds <= 90 * MINUTE {
        format!("in {}", some(seconds.div_ceil(MINUTE), "minute"))
    } else if seconds <= 2 * DAY {
        let minutes = seconds.div_ceil(MINUTE);
        both(&some(minutes / 60, "hour"), minutes % 60, "minute")
    } else {
        let hours = seconds.div_ceil(HOUR);
        both(&some(hours / 24, "day"), hours % 24, "hour")
    };
    When { words, machine: format!("PT{seconds}S") }
}

fn both(large: &str, small: u64, unit: &str) -> String {
    if small == 0 {
        return format!("in {large}");
    }
    format!("in {large} and {}", some(small, unit))
}

fn some(count: u64, unit: &str) -> String {
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
    // The value as it is sent: "Sun, 06 Nov 1994 08:49:37 GMT".
    let sent = date.field_value()?;
    let mut parts = sent.to_str().ok()?.split(' ').skip(1);
    let (day, month, year, time) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let number = MONTHS.iter().position(|name| name.starts_with(month))?;
    let name = MONTHS.get(number)?;
    Some(When {
        words: format!(
            "after {} {name} {year}, {} UTC",
            day.trim_start_matches('0'),
            time.strip_suffix(":00").unwrap_or(time)
        ),
        machine: format!("{year}-{:02}-{day}T{time}Z", number + 1),
    })
}
