//! `Retry`: whether a client may send a request again.

use core::fmt;
use core::time::Duration;

/// Whether a client may send a request again after an error, and how long it should wait.
///
/// [`Status::retry`](crate::Status::retry) follows from the code, unless the variant has
/// `retry = "…"`. `Problem::retry` adds what the response and the method of the request say.
///
/// | code | retry | because |
/// | --- | --- | --- |
/// | 408, 425, 429 | always | the server did not act on the request (RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4) |
/// | 502, 503, 504 | idempotent | the condition may pass, but the request may have taken effect (RFC 9110 §9.2.2) |
/// | all others | never | the same request fails again, or nothing says that it would not |
///
/// A 500 is `Never`: most are bugs, which the same request meets again. If yours are not, write
/// `retry = "idempotent"` on the variant. A 507 is temporary, but RFC 4918 §11.5 forbids repeating
/// the request until the user asks for it.
///
/// ```
/// use status_core::{ClientError, HttpStatus, Retry, ServerError};
///
/// assert_eq!(ServerError::BadGateway.status().retry(), Retry::Idempotent { delay: None });
/// assert_eq!(ClientError::NotFound.status().retry(), Retry::Never);
///
/// #[derive(HttpStatus)]
/// enum OrderError {
///     /// Two requests changed the order at once.
///     #[status(409, retry = "idempotent")]
///     ChangedMeanwhile,
/// }
///
/// assert_eq!(OrderError::ChangedMeanwhile.status().retry(), Retry::Idempotent { delay: None });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Not this request: it would fail again.
    Never,
    /// If the request is idempotent (RFC 9110 §9.2.2). Any other may already have taken effect.
    Idempotent {
        /// How long to wait first, if the server says.
        delay: Option<Duration>,
    },
    /// Whatever its method: the server did not act on the request.
    Always {
        /// How long to wait first, if the server says.
        delay: Option<Duration>,
    },
}

impl Retry {
    pub(crate) const IDEMPOTENT: Self = Self::Idempotent { delay: None };
    pub(crate) const ALWAYS: Self = Self::Always { delay: None };

    pub(crate) const fn from_code(code: u16) -> Self {
        match code {
            408 | 425 | 429 => Self::ALWAYS,
            502..=504 => Self::IDEMPOTENT,
            _ => Self::Never,
        }
    }

    /// Returns how long to wait before the next try, if the server says.
    #[must_use]
    pub const fn delay(self) -> Option<Duration> {
        match self {
            Self::Never => None,
            Self::Idempotent { delay } | Self::Always { delay } => delay,
        }
    }

    /// Returns this value with another delay, such as `Problem::retry_delay`. `Never` has none.
    #[must_use]
    pub const fn with_delay(self, delay: Option<Duration>) -> Self {
        match self {
            Self::Never => Self::Never,
            Self::Idempotent { .. } => Self::Idempotent { delay },
            Self::Always { .. } => Self::Always { delay },
        }
    }

    /// Returns `Never` unless a request with this method may be sent again: `Idempotent` allows it
    /// only for idempotent methods (RFC 9110 §9.2.2). Otherwise returns this value.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    #[must_use]
    pub fn with_method(self, method: &http::Method) -> Self {
        match self {
            Self::Idempotent { .. } if !method.is_idempotent() => Self::Never,
            other => other,
        }
    }
}

/// The word that `retry = "…"` has: "idempotent".
impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Never => "never",
            Self::Idempotent { .. } => "idempotent",
            Self::Always { .. } => "always",
        })
    }
}
