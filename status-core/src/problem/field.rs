//! The header fields of an occurrence, and the values that they take.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

/// What the response computes itself: the content is a problem, and its length what it is.
const OF_THE_RESPONSE: [HeaderName; 3] = [CONTENT_TYPE, CONTENT_LENGTH, TRANSFER_ENCODING];

/// The header fields that an occurrence adds to its response.
///
/// See [`HttpStatus::header_fields`](crate::HttpStatus::header_fields).
#[derive(Debug)]
pub struct HeaderFields<'a> {
    fields: &'a mut HeaderMap,
}

impl<'a> HeaderFields<'a> {
    pub(crate) fn new(fields: &'a mut HeaderMap) -> Self {
        Self { fields }
    }

    /// Adds a header field beside those that have the same name.
    ///
    /// A name that is no token (RFC 9110 §5.1) and a value that is none to send
    /// ([`FieldValue::field_value`]) are left out: a line break in one would let the rest pass for a
    /// field of its own. So are `Content-Type`, `Content-Length` and `Transfer-Encoding`, which the
    /// response computes itself.
    pub fn append<V: FieldValue + ?Sized>(&mut self, name: &str, value: &V) {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else { return };
        if OF_THE_RESPONSE.contains(&name) {
            return;
        }
        let Some(value) = value.field_value() else { return };
        // It fails where there are 32,768 fields already, more than any server sends.
        let _ = self.fields.try_append(name, value);
    }
}

/// A value of a header field.
///
/// | type | what is sent |
/// | --- | --- |
/// | `str`, `String`, `Cow<str>`, `Box<str>`, `Arc<str>` | the text |
/// | [`Uri`], [`Method`] | the same, as it is written |
/// | integers of up to 64 bits | the number in decimal |
/// | [`Duration`] | whole seconds, rounded up |
/// | [`SystemTime`] | an HTTP-date (RFC 9110 §5.6.7) |
/// | [`RetryAfter`](super::RetryAfter) | either |
/// | [`HeaderValue`] | as it is |
/// | [`Option`] | its value; `None` leaves the field out |
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a header field",
    note = "text, integers, `Duration`, `SystemTime`, `http`'s `HeaderValue`, `Uri` and `Method`, and `Option`s of them can"
)]
pub trait FieldValue {
    /// The value, or `None` where there is none to send: a text with a control character or with
    /// one outside of ASCII (RFC 9110 §5.5: recipients differ in how they read those), or a time that
    /// has no HTTP-date.
    fn field_value(&self) -> Option<HeaderValue>;
}

impl FieldValue for str {
    fn field_value(&self) -> Option<HeaderValue> {
        // Space around a value is no part of it (RFC 9110 §5.5).
        let text = self.trim_matches([' ', '\t']);
        HeaderValue::from_str(text).ok().filter(|_| text.is_ascii())
    }
}

macro_rules! texts {
    ($($text:ty),* $(,)?) => {$(
        impl FieldValue for $text {
            fn field_value(&self) -> Option<HeaderValue> {
                let text: &str = self;
                text.field_value()
            }
        }
    )*};
}

texts!(String, Cow<'_, str>, Box<str>, Arc<str>);

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
        let part = u64::from(self.subsec_nanos() > 0);
        Some(self.as_secs().saturating_add(part).into())
    }
}

impl FieldValue for SystemTime {
    fn field_value(&self) -> Option<HeaderValue> {
        // An HTTP-date has a year of four digits, and httpdate panics at any other.
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
}

impl<V: FieldValue + ?Sized> FieldValue for &V {
    fn field_value(&self) -> Option<HeaderValue> {
        (**self).field_value()
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
