//! `Decode`: the server's error, from a problem that a client received.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;

use http::HeaderMap;

use super::decoding::{Decoding, Pass};
use crate::canonical::client_error::ClientError;
use crate::canonical::informational::Informational;
use crate::canonical::redirection::Redirection;
use crate::canonical::server_error::ServerError;
use crate::canonical::success::Success;
use crate::problem::object::Problem;

/// An error that a client gets back from the problem in a response.
///
/// Write `decode` in `#[status(…)]` on the error type, and put the type into a crate that the server
/// and its clients share. The derive also implements `TryFrom<Problem>`.
///
/// ```
/// use status_core::HttpStatus;
/// use status_core::problem::{Decode as _, Problem};
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
/// // What the server sent, and what the client gets.
/// let problem = Problem::of(&OrderError::SoldOut { left: 3 });
/// assert_eq!(OrderError::decode(problem), Ok(OrderError::SoldOut { left: 3 }));
///
/// // Another server's problem comes back unchanged.
/// let other = Problem::from_response(502, Some(b"text/html"), b"<html>...");
/// assert_eq!(OrderError::decode(other.clone()), Err(other));
/// ```
///
/// # Which variant
///
/// If the error type has a `type_base`, a variant matches a problem with its `type`. Without one, a
/// variant matches a problem with its code and no `type`. A `transparent` field is decoded by its own
/// type.
///
/// If several variants match, including those of `transparent` fields, the first of these whose fields
/// can be filled is returned:
///
/// 1. variants whose constant members are all in the problem,
/// 2. variants without constant members,
/// 3. other variants, because the server may be older or newer.
///
/// A `dynamic` variant is tried last. It gets a problem without a type whose code is in the `range` of the
/// type, if the problem has the variant's constant members. Give it a constant member, as in
/// `members(code = "upstream-failed")`: a variant without any also matches the page of a proxy.
///
/// # Which fields
///
/// | declared as | filled from |
/// | --- | --- |
/// | `members(field)` | the member, with `Deserialize`; a missing one is `None` |
/// | `header("Name" = field)` | the header field, with [`FromFieldValue`](crate::problem::FromFieldValue) |
/// | `detail = field` | the detail, with [`FromDetail`](crate::problem::FromDetail) |
/// | `dynamic = field` | the code of the response |
///
/// A field that is never sent is a compile error: send it, write `decode_default(field)` for a field
/// that has a `Default`, or `skip_decode` for a variant that a client does not get back.
///
/// If a member or header field that the variant needs is missing or has another type, the problem is
/// returned, with a [`DecodeError`](crate::problem::DecodeError) that names it as its
/// [`source`](core::error::Error::source).
///
/// # Content that could not be read
///
/// If the connection broke off, or if JSON is malformed or longer than
/// [`MAX_CONTENT`](crate::problem::MAX_CONTENT), the problem is returned, with the reason as its source:
/// the content may have had a type, or members that tell which variant it is.
///
/// A proxy's page is not meant to be a problem. It is read as one without a type and members, which a
/// variant of a type without a `type_base` may match by its code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from a problem",
    note = "write `decode` in its `#[status(…)]`",
    note = "if this is a `transparent` field, a client can do without the variant: `skip_decode`"
)]
pub trait Decode: Sized {
    /// Returns the error that the problem is.
    ///
    /// # Errors
    ///
    /// Returns the problem if it is none of the type's own, or lacks what a field needs.
    fn decode(problem: Problem) -> Result<Self, Problem>;

    /// Tries those variants of a derived type whose turn it is. Any other type is tried where its
    /// constant members cannot count.
    #[doc(hidden)]
    fn __decode(problem: &mut Problem, decoding: &mut Decoding) -> Option<Self> {
        if decoding.pass != Pass::Plain {
            return None;
        }
        // The variant around it may need other parts of the problem.
        match Self::decode(problem.clone()) {
            Ok(error) => Some(error),
            Err(other) => {
                *problem = other;
                None
            }
        }
    }

    /// Decodes the content of an [`http::Response`], as ureq and hyper return it.
    ///
    /// # Errors
    ///
    /// Returns the problem that [`Problem::from_http`] reads if it cannot be [decoded](Self::decode).
    fn from_http<B: AsRef<[u8]>>(response: &http::Response<B>) -> Result<Self, Problem> {
        Self::decode(Problem::from_http(response))
    }

    /// Decodes the parts of a response, for any other client: its code, its header fields and its
    /// content.
    ///
    /// # Errors
    ///
    /// Returns the problem that [`Problem::from_parts`] reads if it cannot be
    /// [decoded](Self::decode).
    fn from_parts(code: u16, fields: &HeaderMap, content: &[u8]) -> Result<Self, Problem> {
        Self::decode(Problem::from_parts(code, fields, content))
    }
}

macro_rules! pointer {
    ($($pointer:ident),*) => {$(
        impl<T: Decode> Decode for $pointer<T> {
            fn decode(problem: Problem) -> Result<Self, Problem> {
                T::decode(problem).map(Self::new)
            }

            fn __decode(problem: &mut Problem, decoding: &mut Decoding) -> Option<Self> {
                T::__decode(problem, decoding).map(Self::new)
            }
        }
    )*};
}

pointer!(Box, Rc, Arc);

/// A problem without a type has no meaning beyond its code (RFC 9457 §4.2.1).
macro_rules! canonical {
    ($($table:ident),*) => {$(
        impl Decode for $table {
            fn decode(problem: Problem) -> Result<Self, Problem> {
                Decoding::run(problem, Self::__decode)
            }

            fn __decode(problem: &mut Problem, decoding: &mut Decoding) -> Option<Self> {
                let is_next = decoding.pass == Pass::Plain && problem.type_uri.is_none();
                if is_next { Self::from_code(problem.status().code()) } else { None }
            }
        }
    )*};
}

canonical!(Informational, Success, Redirection, ClientError, ServerError);
