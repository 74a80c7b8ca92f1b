//! `Occurrence`: an error with a status and a `Display` message.

use alloc::string::String;
use core::fmt::{self, Write as _};

use http::HeaderMap;

use super::cause::Cause;
use super::details::Details;
use super::header_fields::HeaderFields;
use super::lossy::LossyDisplay;
use super::members::{MemberList, Members};
use super::object::Problem;
use crate::http_status::HttpStatus;
use crate::status::Status;

/// An error that can become a response: it has a status, and a `Display` message to send or log.
///
/// Every type with [`HttpStatus`] and [`Display`](fmt::Display) implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a response",
    label = "needs `HttpStatus` and `Display`; another crate's error gets a status from `.or_status(…)`",
    note = "for a status, use `#[derive(status_core::HttpStatus)]`",
    note = "for a message, use `#[derive(thiserror::Error)]` with `#[error(\"…\")]` on each variant, or implement `Display`",
    note = "for an error from another crate, call `.or_status(…)` on the `Result` (`status_core::problem::OrStatus`)"
)]
pub trait Occurrence: HttpStatus + fmt::Display {}

// Without this, errors name the bounds of this `impl` instead of the notes above.
#[diagnostic::do_not_recommend]
impl<T: HttpStatus + fmt::Display + ?Sized> Occurrence for T {}

impl Details {
    /// Returns what an error adds to its status, including its own body, or `None` if it adds
    /// nothing.
    #[inline]
    pub(crate) fn of<E: Occurrence + ?Sized>(error: &E, status: &'static Status) -> Option<Self> {
        let message = LossyDisplay(error);
        let detail = error.detail(status, &message).map(|detail| {
            let mut text = String::with_capacity(64);
            // Writing to a String cannot fail. If the `Display` fails, keep what it has written.
            let _ = write!(text, "{detail}");
            text
        });
        let mut members = MemberList::default();
        error.members(&mut Members::new(&mut members, status));
        let body = error.body();
        let adds = detail.is_some() || !members.is_empty() || body.is_some();
        adds.then(|| Self::with(status, detail, members, body))
    }
}

impl Problem {
    /// Creates the problem for an error.
    #[must_use]
    pub fn of<E: Occurrence + ?Sized>(error: &E) -> Self {
        let status = error.status();
        let mut fields = HeaderMap::new();
        let mut header_fields = HeaderFields::new(&mut fields, status);
        error.header_fields(&mut header_fields);
        let lost = header_fields.lost();
        let details = Details::of(error, status).unwrap_or_else(|| Details::new(status));
        let detail = details.detail.as_deref();
        let cause = Cause::of(&LossyDisplay(error), error.source_error(), detail);
        let mut problem = Self::with(details, fields, Some(cause));
        problem.set_lost(lost);
        problem
    }
}

/// Converts any error that has a status, for `?`.
///
/// The message of the error and its sources are logged with the response. Only a
/// [`StatusError`](super::StatusError) becomes the [`source`](core::error::Error::source) of the
/// problem. For any other error, including a derived one and one behind a pointer, `source` returns
/// `None`.
impl<E: Occurrence> From<E> for Problem {
    fn from(error: E) -> Self {
        let mut problem = Self::of(&error);
        if let Some(source) = error.__into_source() {
            problem.set_source(source);
        }
        problem
    }
}
