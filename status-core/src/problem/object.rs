//! `Problem`: a problem to send, or one that was received.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;
use core::ops::{Deref, DerefMut};
use core::time::Duration;
use std::time::SystemTime;

use http::HeaderMap;
use http::header::RETRY_AFTER;
use serde::{Serialize, Serializer};

use super::cause::Cause;
use super::details::{Details, Origin};
#[cfg(feature = "tonic")]
use super::grpc_status::GrpcStatus;
use super::header_fields::{FieldValue, HeaderFields};
use super::members::Member;
use super::retry_after::RetryAfter;
use super::summary::Summary;
use crate::status::Status;

/// A problem: its [`Details`], which it dereferences to, and the header fields of its response.
///
/// A problem that is created from an error has these members:
///
/// | member | source |
/// | --- | --- |
/// | `type` | [`Status::type_uri`]; omitted if the type has no `type_base` |
/// | `title` | [`Status::title`] |
/// | `status` | [`Status::code`], always the code of the response |
/// | others | the constants in `members(…)`, before the detail, and the fields after it |
/// | `detail` | the error's `Display` message, if [`Status::is_exposed`], or the value of `detail = …` |
///
/// The [`StandardMembers`](super::StandardMembers) are also its fields, to read and to set:
/// `problem.title = "Sold out".into()`.
///
/// `Problem` does not implement [`HttpStatus`](crate::HttpStatus), because that would conflict
/// with the blanket `From` impl that `?` uses.
///
/// Two problems are equal if their details and their header fields are. Nothing else is compared, so
/// equal problems may send different responses: one has a [`Body`](super::Body) of its own, or was
/// received and is not [forwarded](Self::forward), or lacks a required header field whose value
/// could not be sent. The source, which is only logged, is ignored too.
#[derive(Clone)]
pub struct Problem(Box<Inner>);

#[derive(Clone)]
struct Inner {
    details: Details,
    fields: HeaderMap,
    /// All header fields of the response that the problem was read from.
    received_fields: Option<HeaderMap>,
    source: Option<Arc<dyn Error + Send + Sync>>,
    cause: Option<Cause>,
    /// A required field whose value could not be sent.
    lost: Option<&'static str>,
    /// The `Date` of the response that the problem was read from.
    date: Option<SystemTime>,
    /// The status of the gRPC call that the problem was read from.
    #[cfg(feature = "tonic")]
    grpc_status: Option<GrpcStatus>,
}

impl Problem {
    /// Creates a problem for a status, without occurrence-specific data.
    ///
    /// ```
    /// use status_core::Status;
    /// use status_core::problem::Problem;
    ///
    /// let problem = Problem::new(Status::from_code(404).unwrap());
    /// assert_eq!(problem.json(), br#"{"title":"Not Found","status":404}"#);
    /// ```
    #[must_use]
    pub fn new(status: &'static Status) -> Self {
        Self::with(Details::new(status), HeaderMap::new(), None)
    }

    pub(super) fn with(details: Details, fields: HeaderMap, cause: Option<Cause>) -> Self {
        Self(Box::new(Inner {
            details,
            fields,
            received_fields: None,
            source: None,
            cause,
            lost: None,
            date: None,
            #[cfg(feature = "tonic")]
            grpc_status: None,
        }))
    }

    /// Sets the `detail`: what happened this time (RFC 9457 §3.1.4). It is sent even with a 5xx.
    ///
    /// ```
    /// use status_core::ServerError;
    /// use status_core::problem::Problem;
    ///
    /// let problem = Problem::of(&ServerError::BadGateway).detail("the stock service is down");
    /// assert_eq!(problem.to_string(), "502 Bad Gateway: the stock service is down");
    /// ```
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.details.detail = Some(detail.into());
        self
    }

    /// Sets the `instance`: a URI reference for this occurrence (RFC 9457 §3.1.5).
    #[must_use]
    pub fn instance(mut self, uri: impl Into<String>) -> Self {
        self.0.details.instance = Some(uri.into());
        self
    }

    /// Adds an extension member, or replaces the one with the same name (RFC 9457 §3.2).
    ///
    /// A value that serializes to `null`, such as `None`, removes the member. Nothing changes if the
    /// value fails to serialize, or if the name is that of a standard member: `type`, `title`, `status`,
    /// `detail` or `instance`.
    ///
    /// ```
    /// use status_core::ClientError;
    /// use status_core::problem::Problem;
    ///
    /// let problem = Problem::of(&ClientError::Conflict).member("left", &3);
    /// assert_eq!(problem.json(), br#"{"title":"Conflict","status":409,"left":3}"#);
    /// ```
    #[must_use]
    pub fn member<T: Member + ?Sized>(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: &T,
    ) -> Self {
        self.0.details.insert(name, value);
        self
    }

    /// Adds a header field to the response, and keeps existing fields with the same name. A field
    /// that cannot be sent is omitted: see [`HeaderFields::append`].
    ///
    /// ```
    /// use status_core::ClientError;
    /// use status_core::problem::Problem;
    ///
    /// let problem = Problem::of(&ClientError::Unauthorized).header("WWW-Authenticate", "Bearer");
    /// assert_eq!(problem.header_fields()["www-authenticate"], "Bearer");
    /// ```
    #[must_use]
    pub fn header<V: FieldValue>(mut self, name: &str, value: V) -> Self {
        let status = self.0.details.status;
        let mut fields = HeaderFields::new(&mut self.0.fields, status);
        fields.append(name, &value);
        self.0.lost = fields.lost().or(self.0.lost);
        self
    }

    /// Sets `Retry-After`, to a [`Duration`] or a [`SystemTime`]. A time that cannot be written as
    /// an HTTP-date is omitted.
    #[must_use]
    pub fn retry_after(mut self, when: impl Into<RetryAfter>) -> Self {
        self.0.fields.remove(RETRY_AFTER);
        if let Some(value) = when.into().field_value() {
            // Fails only if there are already thousands of fields.
            let _ = self.0.fields.try_insert(RETRY_AFTER, value);
        }
        self
    }

    /// Returns the header fields of the response, except those that depend on its content.
    #[must_use]
    pub fn header_fields(&self) -> &HeaderMap {
        &self.0.fields
    }

    /// Returns how long `Retry-After` asks to wait, or `None` if it is missing or malformed. A date
    /// is relative to the `Date` of the response, if there is one: the clocks of two machines may
    /// differ.
    ///
    /// On `wasm32-unknown-unknown`, which has no system clock, a date without the `Date` of the
    /// response is relative to JavaScript's clock with the feature `reqwest`, and `None` without
    /// it.
    ///
    /// ```
    /// use std::time::Duration;
    /// use status_core::ServerError;
    /// use status_core::problem::Problem;
    ///
    /// let minute = Duration::from_secs(60);
    /// let problem = Problem::of(&ServerError::ServiceUnavailable).retry_after(minute);
    /// assert_eq!(problem.retry_delay(), Some(minute));
    /// ```
    #[must_use]
    pub fn retry_delay(&self) -> Option<Duration> {
        RetryAfter::from_headers(&self.0.fields)?.delay_since(self.0.date)
    }

    /// A problem from another server's response.
    pub(crate) fn received(status: &'static Status) -> Self {
        let mut problem = Self::new(status);
        problem.0.details.origin = Origin::Received;
        problem
    }

    pub(crate) fn has_text_members(&self) -> bool {
        self.0.details.text_members
    }

    #[cfg(feature = "tonic")]
    pub(crate) fn set_text_members(&mut self) {
        self.0.details.text_members = true;
    }

    #[cfg(feature = "tonic")]
    pub(crate) fn grpc_status(&self) -> Option<&GrpcStatus> {
        self.0.grpc_status.as_ref()
    }

    #[cfg(feature = "tonic")]
    pub(crate) fn set_grpc_status(&mut self, status: GrpcStatus) {
        self.0.grpc_status = Some(status);
    }

    pub(crate) fn is_received(&self) -> bool {
        self.0.details.origin == Origin::Received
    }

    pub(crate) fn set_forwarded(&mut self) {
        if self.is_received() {
            self.0.details.origin = Origin::Forwarded;
        }
    }

    pub(crate) fn set_source(&mut self, source: Arc<dyn Error + Send + Sync>) {
        self.0.source = Some(source);
    }

    pub(crate) fn set_fields(
        &mut self,
        fields: HeaderMap,
        received: HeaderMap,
        date: Option<SystemTime>,
    ) {
        self.0.fields = fields;
        self.0.received_fields = Some(received);
        self.0.date = date;
    }

    /// All header fields of the response that the problem was read from, or those that are sent.
    pub(crate) fn received_fields(&self) -> &HeaderMap {
        self.0.received_fields.as_ref().unwrap_or(&self.0.fields)
    }

    /// The `Date` of the response that the problem was read from.
    pub(crate) fn date(&self) -> Option<SystemTime> {
        self.0.date
    }

    /// The name of a required field that is missing because its value could not be sent.
    pub(crate) fn lost(&self) -> Option<&'static str> {
        self.0.lost.filter(|name| !self.0.fields.contains_key(*name))
    }

    pub(super) fn set_lost(&mut self, lost: Option<&'static str>) {
        self.0.lost = lost;
    }

    pub(crate) fn cause(&self) -> Option<&Cause> {
        self.0.cause.as_ref()
    }

    pub(crate) fn into_parts(self) -> (HeaderMap, Details) {
        (self.0.fields, self.0.details)
    }
}

impl Deref for Problem {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0.details
    }
}

impl DerefMut for Problem {
    fn deref_mut(&mut self) -> &mut Details {
        &mut self.0.details
    }
}

/// The status, followed by the detail or the title: "404 Not Found: order 7 not found".
///
/// If the problem was read from a response, another server wrote the text, even if the problem is
/// forwarded: only the first KiB of it is displayed, and control characters are escaped, which a terminal
/// would interpret.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Summary(self), f)
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("details", &self.0.details)
            .field("header_fields", &self.0.fields)
            .field("source", &self.0.source)
            .field("received", &self.is_received())
            .finish()
    }
}

impl PartialEq for Problem {
    fn eq(&self, other: &Self) -> bool {
        self.0.details == other.0.details && self.0.fields == other.0.fields
    }
}

impl Eq for Problem {}

/// Serializes the object as it is sent: the same members in the same order as [`Details::json`].
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.details.serialize(serializer)
    }
}

impl Error for Problem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}
