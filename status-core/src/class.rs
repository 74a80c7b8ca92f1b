//! The five classes of status codes.

use core::fmt;

/// The class of a status code, given by its first digit (RFC 9110 §15).
///
/// A client that does not recognize a code treats it as the x00 code of its class.
///
/// ```
/// use status_core::{Class, ServerError};
///
/// assert_eq!(ServerError::BadGateway.status().class(), Class::ServerError);
/// assert_eq!(Class::from_code(404), Some(Class::ClientError));
/// assert!(Class::ClientError.is_error());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 1xx: the request was received, and the final response is still to come (RFC 9110 §15.2).
    Informational,
    /// 2xx: the request was received, understood and accepted (RFC 9110 §15.3).
    Success,
    /// 3xx: the client has to take another step to complete the request (RFC 9110 §15.4).
    Redirection,
    /// 4xx: the request is wrong or cannot be fulfilled (RFC 9110 §15.5).
    ClientError,
    /// 5xx: the server failed to fulfill a request that seems valid (RFC 9110 §15.6).
    ServerError,
}

impl Class {
    /// Returns the class of a code, or `None` if it is outside 100..=599 and so not a status code.
    #[must_use]
    pub const fn from_code(code: u16) -> Option<Self> {
        match code {
            100..=199 => Some(Self::Informational),
            200..=299 => Some(Self::Success),
            300..=399 => Some(Self::Redirection),
            400..=499 => Some(Self::ClientError),
            500..=599 => Some(Self::ServerError),
            _ => None,
        }
    }

    /// Returns `true` if codes of this class report an error: 4xx and 5xx.
    #[must_use]
    pub const fn is_error(self) -> bool {
        matches!(self, Self::ClientError | Self::ServerError)
    }
}

/// The usual short form: "5xx".
impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Informational => "1xx",
            Self::Success => "2xx",
            Self::Redirection => "3xx",
            Self::ClientError => "4xx",
            Self::ServerError => "5xx",
        })
    }
}
