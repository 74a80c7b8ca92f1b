//! The header fields of an occurrence, and their values.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use http::header::{
    ALLOW, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, TRANSFER_ENCODING,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use crate::status::Status;

/// These follow from the content when the response is built. It is not encoded: with a
/// `Content-Encoding`, a client would fail to decode it. The rule `stray_header` rejects the same
/// names at compile time.
const OF_THE_CONTENT: [HeaderName; 4] =
    [CONTENT_TYPE, CONTENT_LENGTH, TRANSFER_ENCODING, CONTENT_ENCODING];

/// The header fields that an occurrence adds to its response.
///
/// See [`HttpStatus::header_fields`](crate::HttpStatus::header_fields).
#[derive(Debug)]
pub struct HeaderFields<'a> {
    fields: &'a mut HeaderMap,
    status: &'static Status,
    /// A required field whose value could not be sent.
    lost: Option<&'static str>,
}

impl<'a> HeaderFields<'a> {
    pub(crate) fn new(fields: &'a mut HeaderMap, status: &'static Status) -> Self {
        Self { fields, status, lost: None }
    }

    /// The name of a required field that is missing because its value could not be sent.
    pub(crate) fn lost(self) -> Option<&'static str> {
        self.lost.filter(|name| !self.fields.contains_key(*name))
    }

    /// Adds the fields that another error added.
    pub(crate) fn extend(&mut self, fields: &HeaderMap, lost: Option<&'static str>) {
        for (name, value) in fields {
            // Fails only if there are already thousands of fields.
            let _ = self.fields.try_append(name, value.clone());
        }
        self.lost = lost.or(self.lost);
    }

    /// Adds a header field, and keeps existing fields with the same name.
    ///
    /// Nothing is added if the name is not a token (RFC 9110 §5.1) or the value cannot be sent
    /// ([`FieldValue::field_value`]): a line break would start another field.
    /// `Content-Type`, `Content-Length` and `Transfer-Encoding` are omitted too, because they are
    /// set when the response is built, and so are `Content-Encoding`, because whatever compresses
    /// the response adds it, and a negative `Retry-After`, which has no meaning.
    ///
    /// If the status [requires](Status::required_headers) the field and none of its values can be
    /// sent, the response becomes a 500: a client cannot act on a 401 without a challenge, and only
    /// the server can fix that. With the feature `tracing`, the event names the field.
    ///
    /// ```
    /// use status_core::problem::{HeaderFields, Problem};
    /// use status_core::{ClientError, HttpStatus, Status};
    ///
    /// #[derive(Debug)]
    /// struct SignedOut;
    ///
    /// impl HttpStatus for SignedOut {
    ///     fn status(&self) -> &'static Status {
    ///         ClientError::Unauthorized.status()
    ///     }
    ///
    ///     fn header_fields(&self, fields: &mut HeaderFields<'_>) {
    ///         fields.append("WWW-Authenticate", "Bearer");
    ///         fields.append("WWW-Authenticate", "Basic realm=\"shop\"");
    ///     }
    /// }
    /// # impl std::fmt::Display for SignedOut {
    /// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    /// #         f.write_str("sign in first")
    /// #     }
    /// # }
    ///
    /// let problem = Problem::of(&SignedOut);
    /// assert_eq!(problem.header_fields().get_all("www-authenticate").iter().count(), 2);
    /// ```
    pub fn append<V: FieldValue + ?Sized>(&mut self, name: &str, value: &V) {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else { return };
        if OF_THE_CONTENT.contains(&name) {
            return;
        }
        let mut required = self.status.required_headers().iter().copied();
        let required = required.find(|required| name.as_str().eq_ignore_ascii_case(required));
        // An empty `Allow` means that no method is allowed (RFC 9110 §10.2.1). An empty challenge
        // means nothing.
        let says_something =
            |value: &HeaderValue| required.is_none() || name == ALLOW || !value.is_empty();
        let Some(sent) = value.field_value().filter(says_something) else {
            if !value.is_absent() {
                self.lost = required.or(self.lost);
            }
            return;
        };
        // A negative number is no delay (RFC 9110 §10.2.3).
        if name == RETRY_AFTER && sent.as_bytes().starts_with(b"-") {
            return;
        }
        // Fails only if there are already thousands of fields.
        let _ = self.fields.try_append(name, sent);
    }
}

/// The value of a header field.
///
/// | type | what is sent |
/// | --- | --- |
/// | `str`, `String`, `Cow<str>`, `Box<str>`, `Arc<str>` | the string |
/// | [`Uri`], [`Method`] | its string form |
/// | integers of up to 64 bits | the decimal number |
/// | [`Duration`] | whole seconds, rounded up |
/// | [`SystemTime`] | an HTTP-date (RFC 9110 §5.6.7) |
/// | [`RetryAfter`](super::RetryAfter) | seconds or an HTTP-date |
/// | [`HeaderValue`] | the value itself |
/// | [`Option`] | the value inside; `None` omits the field |
///
/// Implement it for your own types to use them in `header(…)`:
///
/// ```
/// use http::HeaderValue;
/// use status_core::ClientError;
/// use status_core::problem::{FieldValue, Problem};
///
/// /// A quota, sent as `RateLimit`.
/// struct Quota {
///     remaining: u32,
///     seconds: u32,
/// }
///
/// impl FieldValue for Quota {
///     fn field_value(&self) -> Option<HeaderValue> {
///         format!("\"default\";r={};t={}", self.remaining, self.seconds).field_value()
///     }
/// }
///
/// let problem = Problem::of(&ClientError::TooManyRequests)
///     .header("RateLimit", Quota { remaining: 0, seconds: 30 });
/// assert_eq!(problem.header_fields()["ratelimit"], "\"default\";r=0;t=30");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a header field",
    note = "use a string, an integer, a `Duration`, a `SystemTime`, `http`'s `HeaderValue`, `Uri` or `Method`, or an `Option` of any of these"
)]
pub trait FieldValue {
    /// Returns the value, or `None` if it cannot be sent: a string with control characters other than
    /// a tab or with characters outside ASCII, which recipients interpret differently (RFC 9110 §5.5),
    /// or a time that cannot be written as an HTTP-date.
    fn field_value(&self) -> Option<HeaderValue>;

    /// Returns `true` if there is nothing to send, as for `None`. A value that cannot be sent is
    /// not absent.
    fn is_absent(&self) -> bool {
        false
    }
}

impl FieldValue for str {
    fn field_value(&self) -> Option<HeaderValue> {
        // Surrounding whitespace is not part of the value (RFC 9110 §5.5).
        let text = self.trim_matches([' ', '\t']);
        HeaderValue::from_str(text).ok().filter(|_| text.is_ascii())
    }
}

macro_rules! strings {
    ($($string:ty),* $(,)?) => {$(
        impl FieldValue for $string {
            fn field_value(&self) -> Option<HeaderValue> {
                let text: &str = self;
                text.field_value()
            }
        }
    )*};
}

strings!(String, Cow<'_, str>, Box<str>, Arc<str>);

impl FieldValue for Method {
    fn field_value(&self) -> Option<HeaderValue> {
        self.as_str().field_value()
    }
}

impl FieldValue for Uri {
    fn field_value(&self) -> Option<HeaderValue> {
        self.to_string().field_value()
    }
}

impl FieldValue for HeaderValue {
    fn field_value(&self) -> Option<HeaderValue> {
        Some(self.clone())
    }
}

impl FieldValue for Duration {
    fn field_value(&self) -> Option<HeaderValue> {
        let fraction = u64::from(self.subsec_nanos() > 0);
        Some(self.as_secs().saturating_add(fraction).into())
    }
}

impl FieldValue for SystemTime {
    fn field_value(&self) -> Option<HeaderValue> {
        // The year of an HTTP-date has four digits, and httpdate panics if it has more.
        const YEAR_10000: u64 = 253_402_300_800;
        let since = self.duration_since(UNIX_EPOCH).ok()?;
        if since.as_secs() >= YEAR_10000 {
            return None;
        }
        httpdate::fmt_http_date(*self).field_value()
    }
}

impl<V: FieldValue> FieldValue for Option<V> {
    fn field_value(&self) -> Option<HeaderValue> {
        self.as_ref()?.field_value()
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(FieldValue::is_absent)
    }
}

impl<V: FieldValue + ?Sized> FieldValue for &V {
    fn field_value(&self) -> Option<HeaderValue> {
        (**self).field_value()
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

macro_rules! integers {
    ($($integer:ty as $sent:ty),* $(,)?) => {$(
        impl FieldValue for $integer {
            fn field_value(&self) -> Option<HeaderValue> {
                Some(HeaderValue::from(<$sent>::from(*self)))
            }
        }
    )*};
}

integers!(
    i8 as i16,
    i16 as i16,
    i32 as i32,
    i64 as i64,
    isize as isize,
    u8 as u16,
    u16 as u16,
    u32 as u32,
    u64 as u64,
    usize as usize,
);
