//! `InvalidProblem`: the error for content that is not a problem.

use core::error::Error;
use core::fmt;

use super::content::MAX_CONTENT;

/// The error for content that is not a problem.
///
/// The message describes the error and its position:
///
/// ```
/// use status_core::problem::Problem;
///
/// let error = Problem::from_json(br#"{"status":404,}"#).unwrap_err();
/// assert_eq!(error.to_string(), "invalid JSON: trailing comma at line 1 column 15");
/// ```
#[derive(Debug)]
pub struct InvalidProblem(pub(super) Fault);

#[derive(Debug)]
pub(super) enum Fault {
    /// The first character, if there is one.
    NotAnObject(Option<char>),
    /// The offset of the first invalid byte.
    Encoding(usize),
    Syntax(serde_json::Error),
    Length,
    Status,
}

impl fmt::Display for InvalidProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Fault::NotAnObject(None) => {
                f.write_str("expected a JSON object (RFC 9457 §3), found nothing")
            }
            Fault::NotAnObject(Some(first)) => {
                write!(f, "expected a JSON object (RFC 9457 §3), found {first:?}")
            }
            Fault::Encoding(offset) => {
                write!(f, "invalid UTF-8 at byte {offset} (RFC 8259 §8.1)")
            }
            Fault::Syntax(error) => write!(f, "invalid JSON: {error}"),
            Fault::Length => write!(f, "content longer than {MAX_CONTENT} bytes"),
            Fault::Status => f.write_str("`status` is missing or not an integer from 100 to 599"),
        }
    }
}

impl Error for InvalidProblem {}
