//! `HttpStatus`: a value that has a status.

use core::convert::Infallible;

use crate::class::Class;
#[cfg(feature = "problem")]
use crate::problem::header_fields::HeaderFields;
#[cfg(feature = "problem")]
use crate::problem::members::Members;
#[cfg(feature = "problem")]
use crate::problem::object::Problem;
use crate::status::Status;

/// A value that has a status.
///
/// Derive it for error types with [`HttpStatus`](derive@crate::HttpStatus). The canonical tables and every
/// [`status_table!`](crate::status_table) implement it. If you implement it by hand, `status` is all you need:
///
/// ```
/// use status_core::{HttpStatus, ServerError, Status};
///
/// struct Upstream;
///
/// impl HttpStatus for Upstream {
///     fn status(&self) -> &'static Status {
///         ServerError::BadGateway.status()
///     }
/// }
///
/// let error: &dyn HttpStatus = &Upstream;
/// assert_eq!(error.code(), 502);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no status",
    note = "derive it for your own types: `#[derive(status_core::HttpStatus)]`",
    note = "for a field of another crate's type, give the variant a code of its own: `#[status(500)]`",
    note = "for a plain code, use a row of a canonical table: `ServerError::BadGateway`"
)]
pub trait HttpStatus {
    /// The status of this value.
    fn status(&self) -> &'static Status;

    /// The status code, 100 to 599.
    fn code(&self) -> u16 {
        self.status().code()
    }

    /// The reason phrase.
    fn reason(&self) -> &'static str {
        self.status().reason()
    }

    /// What the status means.
    fn documentation(&self) -> &'static str {
        self.status().documentation()
    }

    /// The class of the code.
    fn class(&self) -> Class {
        self.status().class()
    }

    /// Adds the header fields of this occurrence. The derive implements it from `header(…)`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn header_fields(&self, fields: &mut HeaderFields<'_>) {
        let _ = fields;
    }

    /// Adds the extension members of this occurrence. The derive implements it from `members(…)`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn members(&self, members: &mut Members<'_>) {
        let _ = members;
    }

    /// The error that caused this one, for the log. For a type that is an
    /// [`Error`](core::error::Error), the derive returns its `source`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn source_error(&self) -> Option<&(dyn core::error::Error + 'static)> {
        None
    }

    /// This error as a problem, to add more to it. The same as
    /// [`Problem::of`](crate::problem::Problem::of).
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn problem(&self) -> Problem
    where
        Self: Sized + core::fmt::Display,
    {
        Problem::of(self)
    }

    /// The error that a problem made of this value keeps as its source.
    #[cfg(feature = "problem")]
    #[doc(hidden)]
    fn __into_source(self) -> Option<alloc::sync::Arc<dyn core::error::Error + Send + Sync>>
    where
        Self: Sized,
    {
        None
    }
}

macro_rules! pointer {
    ($($pointer:ty $(where T: $bound:path)?),* $(,)?) => {$(
        impl<T: HttpStatus $(+ $bound)? + ?Sized> HttpStatus for $pointer {
            fn status(&self) -> &'static Status {
                (**self).status()
            }

            #[cfg(feature = "problem")]
            fn header_fields(&self, fields: &mut HeaderFields<'_>) {
                (**self).header_fields(fields);
            }

            #[cfg(feature = "problem")]
            fn members(&self, members: &mut Members<'_>) {
                (**self).members(members);
            }

            #[cfg(feature = "problem")]
            fn source_error(&self) -> Option<&(dyn core::error::Error + 'static)> {
                (**self).source_error()
            }
        }
    )*};
}

pointer!(&T);
#[cfg(feature = "alloc")]
pointer!(
    alloc::borrow::Cow<'_, T> where T: alloc::borrow::ToOwned,
    alloc::boxed::Box<T>,
    alloc::rc::Rc<T>,
    alloc::sync::Arc<T>,
);

/// There is no value, and so no status.
impl HttpStatus for Infallible {
    fn status(&self) -> &'static Status {
        match *self {}
    }
}
