//! Problem details (RFC 9457): what an error looks like on the wire.
//!
//! ```
//! use status_core::ServerError;
//! use status_core::problem::Problem;
//!
//! let problem = Problem::of(&ServerError::BadGateway);
//! assert_eq!(problem.status().code(), 502);
//! assert_eq!(problem.json(), br#"{"title":"Bad Gateway","status":502}"#);
//! ```

mod field;
mod member;

use alloc::vec::Vec;
use core::fmt;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, StatusCode};
use serde::Serializer as _;

pub use field::{FieldValue, HeaderFields};
pub use member::{Member, Members};

use crate::{HttpStatus, Status};

/// The media type of a problem in JSON (RFC 9457 §6.1).
pub const MEDIA_TYPE: &str = "application/problem+json";

/// An error that can be made a response: it has a status, and a text that may be sent or logged.
///
/// There is nothing to implement: whatever has [`HttpStatus`] and [`Display`](fmt::Display) is one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a response",
    label = "has no status or no text",
    note = "a status comes from `#[derive(status_core::HttpStatus)]`",
    note = "a text comes from `#[derive(thiserror::Error)]` with `#[error(\"…\")]` on each variant, or from an `impl Display`"
)]
pub trait Occurrence: HttpStatus + fmt::Display {}

// Without this, the compiler would name the bounds of this `impl` and not the note above.
#[diagnostic::do_not_recommend]
impl<T: HttpStatus + fmt::Display + ?Sized> Occurrence for T {}

/// A problem details object (RFC 9457), with the status and the header fields of its response.
///
/// What it says and what it keeps back:
///
/// | member | from |
/// | --- | --- |
/// | `type` | [`Status::type_uri`]; left out where the type has no `type_base` |
/// | `title` | [`Status::title`] |
/// | `status` | [`Status::code`], which is always the code that is sent |
/// | `detail` | the error's `Display`, if [`Status::is_exposed`] |
/// | others | the fields named by `members(…)`; one that fails to serialize is left out |
#[derive(Clone, Debug)]
pub struct Problem {
    status: &'static Status,
    fields: HeaderMap,
    json: Bytes,
}

impl Problem {
    /// The problem that an error is.
    #[must_use]
    pub fn of<E: Occurrence + ?Sized>(error: &E) -> Self {
        let status = error.status();
        let mut fields = HeaderMap::new();
        if status.allows_content() {
            fields.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        }
        error.header_fields(&mut HeaderFields::new(&mut fields));
        Self { status, fields, json: json(error, status) }
    }

    /// The status that is sent.
    #[must_use]
    pub const fn status(&self) -> &'static Status {
        self.status
    }

    /// The header fields that are sent, `Content-Type` among them.
    #[must_use]
    pub const fn header_fields(&self) -> &HeaderMap {
        &self.fields
    }

    /// The object as JSON. Empty for a status whose response has no content.
    #[must_use]
    pub fn json(&self) -> &[u8] {
        &self.json
    }

    /// The whole response, for any body that is made from bytes.
    #[must_use]
    pub fn into_http<B: From<Bytes>>(self) -> http::Response<B> {
        let mut response = http::Response::new(B::from(self.json));
        // A status has a code in 100..=599, and these are all valid here.
        if let Ok(code) = StatusCode::from_u16(self.status.code()) {
            *response.status_mut() = code;
        }
        *response.headers_mut() = self.fields;
        response
    }
}

/// Where the occurrence adds nothing, these are the bytes that were made at compile time.
fn json<E: Occurrence + ?Sized>(error: &E, status: &'static Status) -> Bytes {
    if !status.allows_content() {
        return Bytes::new();
    }
    let fixed = status.body();
    let open = fixed.strip_suffix('}').unwrap_or(fixed);
    let mut json = Vec::new();
    if status.is_exposed() {
        json.reserve(fixed.len() + 64);
        json.extend_from_slice(open.as_bytes());
        json.extend_from_slice(b",\"detail\":");
        let text = serde_json::Serializer::new(&mut json).collect_str(&Text(error));
        debug_assert!(text.is_ok(), "writing to a vector does not fail");
    }
    error.members(&mut Members::new(&mut json, open));
    if json.is_empty() {
        return Bytes::from_static(fixed.as_bytes());
    }
    json.push(b'}');
    Bytes::from(json)
}

/// An error's text, whose `Display` cannot fail: what it wrote before it did is kept. `serde_json`
/// takes a failure for one of the writer, and panics where that had none.
struct Text<'a, E: ?Sized>(&'a E);

impl<E: fmt::Display + ?Sized> fmt::Display for Text<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = fmt::Display::fmt(self.0, f);
        Ok(())
    }
}
