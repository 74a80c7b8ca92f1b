//! `Problem::retry`: whether to send a request again, from its problem.

use http::Method;

use crate::problem::object::Problem;
use crate::retry::Retry;
use crate::status::Status;
use crate::table::StatusTable;

impl Problem {
    /// Returns whether a client may send its request again, and how long it should wait. This is
    /// [`Status::retry`](crate::Status::retry) for a request with this `method`, with the
    /// [delay](Self::retry_delay) that the response asks for.
    ///
    /// A 413 with `Retry-After` may be repeated too: the field says that the condition is temporary
    /// (RFC 9110 §15.5.14).
    ///
    /// A received problem has the code of its response, and does not know the `retry = "…"` of a variant; see
    /// [`retry_as`](Self::retry_as).
    ///
    /// The delay is what the server wrote, which may be years. Limit how long you wait.
    ///
    /// ```
    /// use std::time::Duration;
    /// use http::Method;
    /// use status_core::problem::Problem;
    /// use status_core::{Retry, ServerError};
    ///
    /// let minute = Duration::from_secs(60);
    /// let problem = Problem::of(&ServerError::ServiceUnavailable).retry_after(minute);
    /// assert_eq!(problem.retry(&Method::GET), Retry::Idempotent { delay: Some(minute) });
    /// // The order may have been placed.
    /// assert_eq!(problem.retry(&Method::POST), Retry::Never);
    /// ```
    #[must_use]
    pub fn retry(&self, method: &Method) -> Retry {
        self.retry_of(self.status(), method)
    }

    /// The same for a problem that may be one of the errors of `E`, the server's error type: then the
    /// `retry = "…"` of its variant counts, and not only the code. If several variants could have been sent and
    /// differ in this, the code counts.
    ///
    /// ```
    /// use http::Method;
    /// use status_core::problem::Problem;
    /// use status_core::{HttpStatus, Retry};
    ///
    /// #[derive(Debug, thiserror::Error, HttpStatus)]
    /// #[status(type_base = "https://shop.example/errors/")]
    /// enum OrderError {
    ///     /// The stock is being counted. Nothing has been ordered.
    ///     #[error("the count takes a moment")]
    ///     #[status(503, retry = "always")]
    ///     Counting,
    /// }
    ///
    /// let sent = Problem::of(&OrderError::Counting).json();
    /// let problem = Problem::from_json(&sent)?;
    /// assert_eq!(problem.retry(&Method::POST), Retry::Never);
    /// let retry = problem.retry_as::<OrderError>(&Method::POST);
    /// assert_eq!(retry, Retry::Always { delay: None });
    /// # Ok::<(), status_core::problem::InvalidProblem>(())
    /// ```
    #[must_use]
    pub fn retry_as<E: StatusTable + ?Sized>(&self, method: &Method) -> Retry {
        let mut sent = E::TABLE.iter().filter(|status| self.is(status));
        let first = sent.next();
        // Without a type, another variant of the same code must not make a client repeat a request.
        let status = first.filter(|first| sent.all(|other| other.retry() == first.retry()));
        self.retry_of(status.unwrap_or(self.status()), method)
    }

    fn retry_of(&self, status: &Status, method: &Method) -> Retry {
        let delay = self.retry_delay();
        let retry = match status.retry() {
            Retry::Never if status.code() == 413 && delay.is_some() => Retry::ALWAYS,
            retry => retry,
        };
        retry.with_delay(delay).with_method(method)
    }
}
