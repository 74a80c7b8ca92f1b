//! `Failure`: an error response, decoded if it can be.

use core::error::Error;
use core::fmt;

use super::decode::Decode;
use crate::problem::object::Problem;

/// An error response: the server's own error, or any other problem.
///
/// ```
/// use status_core::HttpStatus;
/// use status_core::problem::{Failure, Problem};
///
/// #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
/// #[status(decode, type_base = "https://shop.example/errors/")]
/// enum OrderError {
///     /// Nothing is left of the item.
///     #[error("only {left} left")]
///     #[status(409, members(left))]
///     SoldOut { left: u32 },
/// }
///
/// fn in_words(failure: &Failure<OrderError>) -> String {
///     match failure {
///         Failure::Decoded(OrderError::SoldOut { left }) => format!("take {left}"),
///         Failure::Other(problem) => problem.to_string(),
///     }
/// }
///
/// // What the server sent.
/// let problem = Problem::of(&OrderError::SoldOut { left: 3 });
/// assert_eq!(in_words(&problem.into()), "take 3");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Failure<E> {
    /// The server's error.
    Decoded(E),
    /// A problem that is none of them, such as that of a proxy.
    Other(Problem),
}

impl<E: Decode> From<Problem> for Failure<E> {
    fn from(problem: Problem) -> Self {
        match E::decode(problem) {
            Ok(error) => Self::Decoded(error),
            Err(problem) => Self::Other(problem),
        }
    }
}

impl<E: fmt::Display> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decoded(error) => error.fmt(f),
            Self::Other(problem) => problem.fmt(f),
        }
    }
}

impl<E: Error> Error for Failure<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Decoded(error) => error.source(),
            Self::Other(problem) => problem.source(),
        }
    }
}
