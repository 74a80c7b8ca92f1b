//! A status for errors of other crates.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::error::Error;
use core::fmt;

use crate::{HttpStatus, Status};

/// An error of another crate, and the status that was put on it with
/// [`or_status`](OrStatus::or_status).
///
/// Its text is its status, which a client may see. What happened is its [`source`](Error::source),
/// which is for the log alone: it is never sent, with a 4xx neither.
///
/// In an enum of yours it is a field like any other:
///
/// ```
/// use status_core::HttpStatus;
/// use status_core::problem::StatusError;
///
/// #[derive(Debug, thiserror::Error, HttpStatus)]
/// enum ReportError {
///     /// The report is being written.
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
    source: Arc<dyn Error + Send + Sync>,
}

impl StatusError {
    /// Puts a status on an error.
    pub fn new<E, S>(status: S, source: E) -> Self
    where
        E: Into<Box<dyn Error + Send + Sync>>,
        S: HttpStatus,
    {
        Self { status: status.status(), source: Arc::from(source.into()) }
    }
}

impl HttpStatus for StatusError {
    fn status(&self) -> &'static Status {
        self.status
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
            .field("source", &self.source)
            .finish()
    }
}

impl Error for StatusError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

/// Puts a status on the error of a `Result`.
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
    /// The value, or the error with this status. Whatever can be boxed as an error can have one:
    /// errors, those of `anyhow` and `eyre`, strings.
    ///
    /// # Errors
    ///
    /// Where there was one before.
    fn or_status<S: HttpStatus>(self, status: S) -> Result<T, StatusError>;
}

impl<T, E: Into<Box<dyn Error + Send + Sync>>> OrStatus<T> for Result<T, E> {
    fn or_status<S: HttpStatus>(self, status: S) -> Result<T, StatusError> {
        self.map_err(|error| StatusError::new(status, error))
    }
}
