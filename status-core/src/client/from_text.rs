//! The values that a client reads from header fields, details and codes.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::time::Duration;
use std::time::SystemTime;

use http::{HeaderValue, Method, Uri};
use serde::de::DeserializeOwned;

use crate::problem::clock;
use crate::problem::retry_after::RetryAfter;

/// A value that a client reads from a header field: the counterpart of
/// [`FieldValue`](crate::problem::FieldValue).
///
/// | type | what is read |
/// | --- | --- |
/// | `String`, `Cow<'static, str>`, `Box<str>`, `Arc<str>` | the text |
/// | [`Uri`], [`Method`] | its string form |
/// | integers of up to 64 bits | the decimal number |
/// | [`Duration`] | seconds, or the time until an HTTP-date |
/// | [`SystemTime`] | an HTTP-date (RFC 9110 §5.6.7), or the time after some seconds |
/// | [`RetryAfter`] | seconds or an HTTP-date |
/// | [`HeaderValue`] | the value itself |
/// | [`Option`] | the value inside; `None` if there is no header field |
///
/// Implement it for your own types to decode them:
///
/// ```
/// use http::HeaderValue;
/// use status_core::problem::FromFieldValue;
///
/// /// What is left of a quota.
/// struct Remaining(u32);
///
/// impl FromFieldValue for Remaining {
///     fn from_field_value(value: &HeaderValue) -> Option<Self> {
///         Some(Self(value.to_str().ok()?.strip_prefix("r=")?.parse().ok()?))
///     }
/// }
/// # assert_eq!(Remaining::from_field_value(&HeaderValue::from_static("r=7")).unwrap().0, 7);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a header field",
    note = "use a `String`, an integer, a `Duration`, a `SystemTime`, `http`'s `HeaderValue`, `Uri` or `Method`, or an `Option` of any of these",
    note = "for a type of your own, implement `status_core::problem::FromFieldValue`"
)]
pub trait FromFieldValue: Sized {
    /// Returns the value, or `None` if the header field is malformed.
    fn from_field_value(value: &HeaderValue) -> Option<Self>;

    /// Returns the value in a response that was sent at this time, or just now, against which a date
    /// and a number of seconds are converted into each other.
    #[doc(hidden)]
    fn __at(value: &HeaderValue, sent: Option<SystemTime>) -> Option<Self> {
        let _ = sent;
        Self::from_field_value(value)
    }

    /// Returns the value for a header field that is missing. There is none, except for an
    /// [`Option`].
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

macro_rules! strings {
    ($($string:ty),*) => {$(
        impl FromFieldValue for $string {
            fn from_field_value(value: &HeaderValue) -> Option<Self> {
                value.to_str().ok().map(|text| text.to_owned().into())
            }
        }

        impl FromDetail for $string {
            fn from_detail(detail: &str) -> Option<Self> {
                Some(detail.to_owned().into())
            }
        }
    )*};
}

strings!(String, Cow<'static, str>, Box<str>, Arc<str>);

macro_rules! parsed {
    ($($type:ty),*) => {$(
        impl FromFieldValue for $type {
            fn from_field_value(value: &HeaderValue) -> Option<Self> {
                value.to_str().ok()?.parse().ok()
            }
        }

        impl FromDetail for $type {
            fn from_detail(detail: &str) -> Option<Self> {
                detail.parse().ok()
            }
        }
    )*};
}

parsed!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, Method, Uri);

impl FromFieldValue for HeaderValue {
    fn from_field_value(value: &HeaderValue) -> Option<Self> {
        Some(value.clone())
    }
}

impl FromFieldValue for RetryAfter {
    fn from_field_value(value: &HeaderValue) -> Option<Self> {
        Self::parse(value)
    }
}

impl FromFieldValue for Duration {
    fn from_field_value(value: &HeaderValue) -> Option<Self> {
        match RetryAfter::parse(value)? {
            RetryAfter::Delay(delay) => Some(delay),
            RetryAfter::Date(_) => None,
        }
    }

    fn __at(value: &HeaderValue, sent: Option<SystemTime>) -> Option<Self> {
        RetryAfter::parse(value)?.delay_since(sent)
    }
}

impl FromFieldValue for SystemTime {
    fn from_field_value(value: &HeaderValue) -> Option<Self> {
        match RetryAfter::parse(value)? {
            RetryAfter::Date(date) => Some(date),
            RetryAfter::Delay(_) => None,
        }
    }

    fn __at(value: &HeaderValue, sent: Option<SystemTime>) -> Option<Self> {
        match RetryAfter::parse(value)? {
            RetryAfter::Date(date) => Some(date),
            RetryAfter::Delay(delay) => sent.or_else(clock::now)?.checked_add(delay),
        }
    }
}

impl<T: FromFieldValue> FromFieldValue for Option<T> {
    fn from_field_value(value: &HeaderValue) -> Option<Self> {
        T::from_field_value(value).map(Some)
    }

    fn __at(value: &HeaderValue, sent: Option<SystemTime>) -> Option<Self> {
        T::__at(value, sent).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// A value that a client reads from the `detail` of a problem, for `detail = field`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from the detail of a problem",
    note = "use a `String`, an integer, or an `Option` of one",
    note = "for a type of your own, implement `status_core::problem::FromDetail`"
)]
pub trait FromDetail: Sized {
    /// Returns the value, or `None` if the text is not one.
    fn from_detail(detail: &str) -> Option<Self>;

    /// Returns the value for a problem without a detail. There is none, except for an [`Option`].
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: FromDetail> FromDetail for Option<T> {
    fn from_detail(detail: &str) -> Option<Self> {
        T::from_detail(detail).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// A value that a client reads from an extension member: any type that serde can deserialize without
/// borrowing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a member of a problem",
    note = "derive `serde::Deserialize` for the type, and use one that borrows nothing"
)]
pub trait DecodeMember: DeserializeOwned {}

// Without this, errors name the bounds of this `impl` instead of the note above.
#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> DecodeMember for T {}

/// The code of a `dynamic` variant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a status code",
    note = "use `u16`, `http::StatusCode` or another type with `TryFrom<u16>`"
)]
pub trait FromCode: TryFrom<u16> {}

// Like `DecodeMember`.
#[diagnostic::do_not_recommend]
impl<T: TryFrom<u16>> FromCode for T {}
