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

    /// Returns what [`retry`](Self::retry) returns, unless the problem is an error of `E`, the server's error
    /// type: then the `retry = "…"` of the variant takes the place of the code. If several variants could have
    /// been sent and differ in this, or if the content could not be read, the code counts.
    ///
    /// Other servers send the same codes: the problem may be the page of a proxy that has passed the request on.
    /// So without a `type`, a variant with constant members counts only if the problem has them, and a variant
    /// without any can only forbid what the code allows (RFC 9110 §9.2.2). To allow more, give the type a
    /// `type_base`, or the variant a constant member, as in `members(code = slug)`.
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
        let of_code = self.retry(method);
        let candidates = self.candidates(E::TABLE).into_iter();
        let mut retries = candidates.map(|(common, status)| match common {
            Common::Code => lower(self.retry_of(status, method), of_code),
            Common::Type | Common::Constants(_) => self.retry_of(status, method),
        });
        // Without a type, another variant of the same code must not make a client repeat a request.
        let agreed = retries.next().filter(|first| retries.all(|other| other == *first));
        agreed.unwrap_or(of_code)
    }

    /// The statuses that may have been sent: those which have the most in common with the problem.
    fn candidates(&self, table: &'static Table) -> Vec<(Common, &'static Status)> {
        if self.is_unread() {
            return Vec::new();
        }
        let statuses = table.iter().filter(|status| self.is(status));
        let all = statuses.filter_map(|status| Some((self.common(status)?, status)));
        let mut candidates: Vec<_> = all.collect();
        let most = candidates.iter().map(|(common, _)| *common).max();
        candidates.retain(|(common, _)| Some(*common) == most);
        candidates
    }

    /// What the problem has in common with a status that it [is](crate::problem::Details::is). `None` if
    /// the problem has no type and lacks a constant member of the status.
    fn common(&self, status: &Status) -> Option<Common> {
        let constants = status.row.constants();
        match (self.has_constants(constants), &self.type_uri) {
            (true, None) if constants.is_empty() => Some(Common::Code),
            (true, _) => Some(Common::Constants(constants.len())),
            (false, Some(_)) => Some(Common::Type),
            (false, None) => None,
        }
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

/// What a problem and a status have in common. More is greater, in the order in which variants are decoded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Common {
    /// Only the code, which may be that of a proxy. The request may have taken effect behind it.
    Code,
    /// The type, but not the constant members.
    Type,
    /// All constant members of the status, which are so many, and the type if it has one.
    Constants(usize),
}

/// Whichever allows less.
const fn lower(one: Retry, other: Retry) -> Retry {
    match (one, other) {
        (Retry::Never, _) | (Retry::Idempotent { .. }, Retry::Always { .. }) => one,
        _ => other,
    }
}
