//! `Problem::retry`: whether to send a request again, from its problem.

use http::Method;

use crate::problem::object::Problem;
use crate::retry::Retry;

impl Problem {
    /// Returns whether a client may send its request again, and how long it should wait. This is
    /// [`Status::retry`](crate::Status::retry) for a request with this `method`, with the
    /// [delay](Self::retry_delay) that the response asks for.
    ///
    /// A 413 with `Retry-After` may be repeated too: the field says that the condition is temporary
    /// (RFC 9110 §15.5.14).
    ///
    /// A received problem has the code of its response. If you [decode](crate::problem::Decode) it, the error
    /// also knows the `retry = "…"` of its variant: `error.status().retry()`.
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
        let delay = self.retry_delay();
        let status = self.status();
        let retry = match status.retry() {
            Retry::Never if status.code() == 413 && delay.is_some() => Retry::ALWAYS,
            retry => retry,
        };
        retry.with_delay(delay).with_method(method)
    }
}
