//! `Problem::retry`: whether to send a request again, from its problem.

use alloc::vec::Vec;

use http::Method;

use crate::problem::object::Problem;
use crate::retry::Retry;
use crate::status::Status;
use crate::table::{StatusTable, Table};

impl Problem {
    /// Returns whether a client may send its request again, and how long it should wait. This is
    /// [`Status::retry`](crate::Status::retry) for a request with this `method`, with the
    /// [delay](Self::retry_delay) that the response asks for.
    ///
    /// A 413 with `Retry-After` may be repeated too: the field says that the condition is temporary
    /// (RFC 9110 §15.5.14). A `retry = "…"` takes precedence.
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
    /// `retry = "…"` of its variant counts, and not only the code. Without a `type`, a variant with constant
    /// members counts only if the problem has them: other servers send the same code. If several variants
    /// could have been sent and differ in this, or if the content could not be read, the code counts.
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
        let sent = self.sent(E::TABLE);
        let mut retries = sent.into_iter().map(|status| self.retry_of(status, method));
        // Without a type, another variant of the same code must not make a client repeat a request.
        let agreed = retries.next().filter(|first| retries.all(|other| other == *first));
        agreed.unwrap_or_else(|| self.retry(method))
    }

    /// The statuses that may have been sent: those which have the most in common with the problem.
    fn sent(&self, table: &'static Table) -> Vec<&'static Status> {
        if self.is_unread() {
            return Vec::new();
        }
        let statuses = table.iter().filter(|status| self.is(status));
        let ranked = statuses.filter_map(|status| Some((self.rank(status)?, status)));
        let ranked: Vec<_> = ranked.collect();
        let best = ranked.iter().map(|(rank, _)| *rank).max();
        let sent = ranked.into_iter().filter(|(rank, _)| Some(*rank) == best);
        sent.map(|(_, status)| status).collect()
    }

    /// How much a problem of this type has in common with the status, in the order in which variants are
    /// decoded. `None` if only the code is common to both: it may be that of a proxy.
    fn rank(&self, status: &Status) -> Option<usize> {
        let constants = status.row.constants();
        if self.has_constants(constants) {
            return Some(1 + constants.len());
        }
        self.type_uri.is_some().then_some(0)
    }

    fn retry_of(&self, status: &Status, method: &Method) -> Retry {
        let delay = self.retry_delay();
        let is_temporary = status.code() == 413 && delay.is_some();
        let retry = match status.row.retry() {
            None if is_temporary => Retry::ALWAYS,
            _ => status.retry(),
        };
        retry.with_delay(delay).with_method(method)
    }
}
