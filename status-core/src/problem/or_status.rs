//! A status for errors from other crates.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;

use super::added::Added;
use super::body::BodyFn;
use super::header_fields::HeaderFields;
use super::lossy::LossyDisplay;
use super::members::Members;
use crate::http_status::HttpStatus;
use crate::status::Status;

/// An error from another crate together with a status. Returned by
/// [`or_status`](OrStatus::or_status).
///
/// It displays as the status. The original error is its [`source`](Error::source), which is only
/// logged and never sent, not even with a 4xx. If the status is a value of a derived type, its
/// header fields, members, `detail = …` and body are sent.
///
/// It can be a field of a variant:
///
/// ```
/// use status_core::HttpStatus;
/// use status_core::problem::StatusError;
///
/// #[derive(Debug, thiserror::Error, HttpStatus)]
/// enum ReportError {
///     /// The report is not ready yet.
///     #[error("come back later")]
///     #[status(409)]
///     Unfinished,
///     #[error(transparent)]
///     #[status(transparent, unlisted)]
///     Other(#[from] StatusError),
/// }
/// ```
#[derive(Clone)]
pub struct StatusError {
    status: &'static Status,
    /// What the value that gave the status adds to the response.
    added: Option<Arc<Added>>,
    source: Arc<dyn Error + Send + Sync>,
}

impl StatusError {
    /// Gives an error a status.
    ///
    /// ```
    /// use std::error::Error;
    /// use status_core::problem::StatusError;
    /// use status_core::{HttpStatus, ServerError};
    ///
    /// let error = StatusError::new(ServerError::BadGateway, "the stock service is down");
    /// assert_eq!(error.code(), 502);
    /// assert_eq!(error.to_string(), "502 Bad Gateway");
    /// assert_eq!(error.source().unwrap().to_string(), "the stock service is down");
    /// ```
    pub fn new<E, S>(status: S, source: E) -> Self
    where
        E: Into<Box<dyn Error + Send + Sync>>,
        S: HttpStatus,
    {
        let value = status;
        let status = value.status();
        let added = Added::of(&value, status).map(Arc::new);
        Self { status, added, source: Arc::from(source.into()) }
    }
}

impl HttpStatus for StatusError {
    fn status(&self) -> &'static Status {
        self.status
    }

    fn header_fields(&self, fields: &mut HeaderFields<'_>) {
        if let Some(added) = &self.added {
            added.header_fields(fields);
        }
    }

    fn members(&self, members: &mut Members<'_>) {
        if let Some(added) = &self.added {
            added.members(members);
        }
    }

    fn detail<'a>(
        &'a self,
        status: &'static Status,
        message: &'a dyn fmt::Display,
    ) -> Option<&'a dyn fmt::Display> {
        if let Some(detail) = self.added.as_ref().and_then(|added| added.detail.as_ref()) {
            return Some(detail);
        }
        // A detail that only repeats the status tells a client nothing.
        let repeats = || LossyDisplay(message).to_string() == status.to_string();
        (status.exposes_message() && !repeats()).then_some(message)
    }

    fn body(&self) -> Option<BodyFn> {
        self.added.as_ref()?.body
    }

    fn source_error(&self) -> Option<&(dyn Error + 'static)> {
        self.source()
    }

    fn __into_source(self) -> Option<Arc<dyn Error + Send + Sync>> {
        Some(self.source)
    }
}

/// The status: "502 Bad Gateway".
impl fmt::Display for StatusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.status, f)
    }
}

impl fmt::Debug for StatusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StatusError")
            .field("status", &self.status)
            .field("added", &self.added)
            .field("source", &self.source)
            .finish()
    }
}

impl Error for StatusError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

/// Gives the error of a `Result` a status.
///
/// ```
/// use std::fs;
/// use status_core::ServerError;
/// use status_core::problem::{OrStatus, Problem};
///
/// fn report() -> Result<String, Problem> {
///     Ok(fs::read_to_string("no/such/report").or_status(ServerError::InternalServerError)?)
/// }
///
/// let problem = report().unwrap_err();
/// assert_eq!(problem.json(), br#"{"title":"Internal Server Error","status":500}"#);
/// ```
pub trait OrStatus<T> {
    /// Converts the error into a [`StatusError`] with this status. The error can be anything that
    /// converts into a boxed error: errors, including those of `anyhow` and `eyre`, and strings.
    ///
    /// # Errors
    ///
    /// Returns an error if the result is an error.
    fn or_status<S: HttpStatus>(self, status: S) -> Result<T, StatusError>;
}

impl<T, E: Into<Box<dyn Error + Send + Sync>>> OrStatus<T> for Result<T, E> {
    fn or_status<S: HttpStatus>(self, status: S) -> Result<T, StatusError> {
        self.map_err(|error| StatusError::new(status, error))
    }
}
