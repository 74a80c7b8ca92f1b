//! `DecodeError`: why a problem could not be decoded.

use alloc::string::String;
use core::error::Error;
use core::fmt;

use crate::problem::escape::Escaped;
use crate::status::Status;

/// Why a problem is not an error of the type that it was decoded as, although it has its `type`.
///
/// It is the [`source`](Error::source) of the problem that [`Decode::decode`](crate::problem::Decode::decode)
/// returns. Its message repeats at most 1 KiB of what was received.
///
/// ```
/// use std::error::Error as _;
/// use status_core::HttpStatus;
/// use status_core::problem::{Decode as _, Problem};
///
/// /// Nothing is left of the item.
/// #[derive(Debug, HttpStatus)]
/// #[status(409, decode, type_base = "/errors/", members(left))]
/// struct SoldOut {
///     left: u32,
/// }
/// # impl std::fmt::Display for SoldOut {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("sold out") }
/// # }
///
/// let received = Problem::from_json(br#"{"type":"/errors/sold-out","status":409,"left":"none"}"#)?;
/// let problem = SoldOut::decode(received).unwrap_err();
/// assert_eq!(
///     problem.source().unwrap().to_string(),
///     "the member `left` of `SoldOut`: invalid type: string \"none\", expected u32",
/// );
/// # Ok::<(), status_core::problem::InvalidProblem>(())
/// ```
#[derive(Debug)]
pub struct DecodeError {
    pub(super) part: Part,
    /// That of the variant which the problem was decoded as.
    pub(super) status: &'static Status,
    pub(super) fault: String,
}

/// The part of the response that a field is filled from.
#[derive(Debug)]
pub(super) enum Part {
    Member(&'static str),
    HeaderField(&'static str),
    Detail,
    Code,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Member(name) => write!(f, "the member `{name}`")?,
            Part::HeaderField(name) => write!(f, "the header field `{name}`")?,
            Part::Detail => f.write_str("the detail")?,
            Part::Code => f.write_str("the code")?,
        }
        // The fault quotes what another server wrote.
        write!(f, " of `{}`: {}", self.status.name(), Escaped(&self.fault))
    }
}

impl Error for DecodeError {}
