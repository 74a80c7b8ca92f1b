//! Problem details (RFC 9457): what an error looks like on the wire.
//!
//! A server makes a [`Problem`] of any error that has a status, or lets its framework's integration do
//! so. It can be built by hand, too, and is an error itself: whatever has a status becomes one with
//! `?`.
//!
//! ```
//! use std::time::Duration;
//! use status_core::problem::Problem;
//! use status_core::{HttpStatus, ServerError};
//!
//! fn sail(wind: u32) -> Result<(), Problem> {
//!     match wind {
//!         0 => Err(ServerError::NotImplemented)?,
//!         1..100 => Ok(()),
//!         _ => Err(ServerError::ServiceUnavailable
//!             .problem()
//!             .detail("the harbour is closed in a storm")
//!             .member("wind", &wind)
//!             .retry_after(Duration::from_secs(3600))),
//!     }
//! }
//!
//! let problem = sail(120).unwrap_err();
//! assert_eq!(problem.status().code(), 503);
//! assert_eq!(problem.header_fields()["retry-after"], "3600");
//! assert_eq!(
//!     problem.json(),
//!     br#"{"title":"Service Unavailable","status":503,"detail":"the harbour is closed in a storm","wind":120}"#,
//! );
//! ```
//!
//! A client reads one with [`Problem::from_response`], whatever the server has sent: `Table::find` and
//! [`Details::is`] lead back to the status, [`Details::get`] to the members.

mod answer;
mod details;
mod field;
mod member;
mod occurrence;
mod or_status;
mod read;
mod retry_after;

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

pub use answer::Answer;
#[cfg(any(
    feature = "actix_web",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "tower",
))]
pub(crate) use answer::hold_storing;
pub use details::Details;
pub use field::{FieldValue, HeaderFields};
pub use member::{Member, Members};
pub use occurrence::Occurrence;
#[cfg(any(feature = "poem", feature = "tracing"))]
pub(crate) use occurrence::Text;
pub use or_status::{OrStatus, StatusError};
#[cfg(feature = "reqwest")]
pub(crate) use read::Form;
pub use read::{InvalidProblem, MAX_CONTENT};
pub use retry_after::RetryAfter;

use crate::event::{self, Cause};
use crate::{ServerError, Status};

/// The media type of a problem in JSON (RFC 9457 §6.1).
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem: its [`Details`], whose fields are read as if they were its own, and the header fields
/// of its response.
///
/// What it says of an error, and what it keeps back:
///
/// | member | from |
/// | --- | --- |
/// | `type` | [`Status::type_uri`]; left out where the type has no `type_base` |
/// | `title` | [`Status::title`] |
/// | `status` | [`Status::code`], which is always the code that is sent |
/// | `detail` | the error's `Display`, if [`Status::is_exposed`] |
/// | others | the fields named by `members(…)`; one that fails to serialize is left out |
///
/// It has no [`HttpStatus`](crate::HttpStatus) of its own, for then `?` could not make one of every error that has.
#[derive(Clone)]
pub struct Problem(Box<Inner>);

#[derive(Clone)]
struct Inner {
    details: Details,
    fields: HeaderMap,
    source: Option<Arc<dyn Error + Send + Sync>>,
    cause: Option<Cause>,
    /// Whether another program wrote it.
    received: bool,
}

impl Problem {
    /// The problem that an error is.
    #[must_use]
    pub fn of<E: Occurrence + ?Sized>(error: &E) -> Self {
        let mut fields = HeaderMap::new();
        error.header_fields(&mut HeaderFields::new(&mut fields));
        let status = error.status();
        let details = Details::of(error, status).unwrap_or_else(|| Details::new(status));
        Self::with(details, fields, Some(Cause::of(error)))
    }

    /// A problem that says no more than a status does.
    #[must_use]
    pub fn new(status: &'static Status) -> Self {
        Self::with(Details::new(status), HeaderMap::new(), None)
    }

    fn with(details: Details, fields: HeaderMap, cause: Option<Cause>) -> Self {
        Self(Box::new(Inner { details, fields, source: None, cause, received: false }))
    }

    /// Says what happened this time (RFC 9457 §3.1.4). It is sent, with a 5xx too.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.details.detail = Some(detail.into());
        self
    }

    /// Gives a URI reference to this very occurrence (RFC 9457 §3.1.5).
    #[must_use]
    pub fn instance(mut self, uri: impl Into<String>) -> Self {
        self.0.details.instance = Some(uri.into());
        self
    }

    /// Adds an extension member, in the place of one of the same name (RFC 9457 §3.2).
    ///
    /// A value that fails to serialize is left out, and so is a name that every problem has: `type`,
    /// `title`, `status`, `detail` and `instance`.
    #[must_use]
    pub fn member<T: Member + ?Sized>(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: &T,
    ) -> Self {
        self.0.details.members.insert(name.into(), value);
        self
    }

    /// Adds a header field to the response, beside those of the same name. What cannot be sent is
    /// left out, as [`HeaderFields::append`] says.
    #[must_use]
    pub fn header<V: FieldValue>(mut self, name: &str, value: V) -> Self {
        HeaderFields::new(&mut self.0.fields).append(name, &value);
        self
    }

    /// Says when to come back: after a [`Duration`], or at a [`SystemTime`]. A time that has no
    /// HTTP-date is left out.
    #[must_use]
    pub fn retry_after(mut self, when: impl Into<RetryAfter>) -> Self {
        self.0.fields.remove(RETRY_AFTER);
        HeaderFields::new(&mut self.0.fields).append(RETRY_AFTER.as_str(), &when.into());
        self
    }

    /// The header fields of the response, without those that follow from its content.
    #[must_use]
    pub fn header_fields(&self) -> &HeaderMap {
        &self.0.fields
    }

    /// How long `Retry-After` asks to wait, from now on. `None` without one that can be read.
    #[must_use]
    pub fn retry_delay(&self) -> Option<Duration> {
        Some(RetryAfter::of(&self.0.fields)?.delay(SystemTime::now()))
    }

    /// What is answered where a handler fails with this: itself or, where another program wrote it, a
    /// 502 that says nothing of it. [`forward`](Self::forward) says why.
    fn own(self) -> Self {
        if self.0.received { StatusError::new(ServerError::BadGateway, self).into() } else { self }
    }

    /// Logs the problem, and takes it apart for its response.
    fn answered(self) -> (HeaderMap, Details) {
        let problem = self.own();
        event::of_problem(&problem, problem.0.cause.as_ref());
        (problem.0.fields, problem.0.details)
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

impl<E: Occurrence> From<E> for Problem {
    fn from(error: E) -> Self {
        let mut problem = Self::of(&error);
        problem.0.source = error.__into_source();
        problem
    }
}

/// The status, and what is known beyond it: "404 Not Found: order 7 not found".
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.status(), f)?;
        match &self.detail {
            Some(detail) => write!(f, ": {detail}"),
            None if !self.title.is_empty() && self.title != self.status().reason() => {
                write!(f, ": {}", self.title)
            }
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("details", &self.0.details)
            .field("header_fields", &self.0.fields)
            .field("source", &self.0.source)
            .field("received", &self.0.received)
            .finish()
    }
}

impl Error for Problem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}
