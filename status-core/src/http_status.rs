//! `HttpStatus`: a value that has a status.

use core::convert::Infallible;
#[cfg(feature = "problem")]
use core::fmt;

use crate::class::Class;
#[cfg(feature = "problem")]
use crate::problem::body::BodyFn;
#[cfg(feature = "problem")]
use crate::problem::header_fields::HeaderFields;
#[cfg(feature = "problem")]
use crate::problem::members::Members;
#[cfg(feature = "problem")]
use crate::problem::object::Problem;
use crate::status::Status;

/// A value that has a status.
///
/// Derive it for error types with [`HttpStatus`](derive@crate::HttpStatus). The canonical tables
/// and every [`status_table!`](crate::status_table) implement it.
///
/// For a type that wraps another error, derive it with `#[status(transparent = field, unlisted)]`,
/// which forwards everything that the field adds to the response. If you implement it by hand, only
/// `status` is required:
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
///
/// If another trait has a method of the same name, a call is ambiguous (E0034) where both traits are in
/// scope. Name the trait that you mean:
///
/// ```
/// use status_core::{ClientError, HttpStatus};
///
/// trait ApiError: HttpStatus {
///     /// The error code that our clients know.
///     fn code(&self) -> &'static str;
/// }
///
/// fn line(error: &dyn ApiError) -> String {
///     format!("{} {}", HttpStatus::code(error), ApiError::code(error))
/// }
/// # impl ApiError for ClientError {
/// #     fn code(&self) -> &'static str { "E17" }
/// # }
/// # assert_eq!(line(&ClientError::Gone), "410 E17");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no status",
    note = "derive it for your own types: `#[derive(status_core::HttpStatus)]`",
    note = "for a field of another crate's type, give the variant its own code: `#[status(500)]`",
    note = "for a plain code, use a row of a canonical table: `ServerError::BadGateway`"
)]
pub trait HttpStatus {
    /// Returns the status of this value.
    fn status(&self) -> &'static Status;

    /// Returns the status code, 100 to 599.
    fn code(&self) -> u16 {
        self.status().code()
    }

    /// Returns the reason phrase.
    fn reason(&self) -> &'static str {
        self.status().reason()
    }

    /// Returns the documentation of the status.
    fn documentation(&self) -> &'static str {
        self.status().documentation()
    }

    /// Returns the class of the code.
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

    /// Returns the detail to send: what happened this time (RFC 9457 §3.1.4). `status` is the
    /// status of the response, and `message` displays this error.
    ///
    /// By default, this is the message if the status exposes it: for a 4xx, unless the type says
    /// `redact`. The derive implements this method from `detail = …`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn detail<'a>(
        &'a self,
        status: &'static Status,
        message: &'a dyn fmt::Display,
    ) -> Option<&'a dyn fmt::Display> {
        status.exposes_message().then_some(message)
    }

    /// Returns the function that makes the body of the response, or `None` to send a JSON problem.
    /// The derive implements this method from `body = …`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn body(&self) -> Option<BodyFn> {
        None
    }

    /// Returns the error that caused this one, for the log. If the type implements
    /// [`Error`](core::error::Error), the derive returns its `source`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn source_error(&self) -> Option<&(dyn core::error::Error + 'static)> {
        None
    }

    /// Converts this error into a problem, so that you can add to it. Equivalent to
    /// [`Problem::of`](crate::problem::Problem::of).
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn problem(&self) -> Problem
    where
        Self: Sized + fmt::Display,
    {
        Problem::of(self)
    }

    /// Returns the source of a problem that is created from this value.
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
    ($($(#[$available:meta])? $pointer:ty $(where T: $bound:path)?),* $(,)?) => {$(
        $(#[$available])?
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
            fn detail<'a>(
                &'a self,
                status: &'static Status,
                message: &'a dyn fmt::Display,
            ) -> Option<&'a dyn fmt::Display> {
                (**self).detail(status, message)
            }

            #[cfg(feature = "problem")]
            fn body(&self) -> Option<BodyFn> {
                (**self).body()
            }

            #[cfg(feature = "problem")]
            fn source_error(&self) -> Option<&(dyn core::error::Error + 'static)> {
                (**self).source_error()
            }
        }
    )*};
}

// The attributes are inside because rustdoc shows the features of an item, not of a macro's call.
pointer!(
    &T,
    #[cfg(feature = "alloc")]
    alloc::boxed::Box<T>,
    #[cfg(feature = "alloc")]
    alloc::rc::Rc<T>,
    #[cfg(feature = "alloc")]
    alloc::sync::Arc<T>,
    #[cfg(feature = "alloc")]
    alloc::borrow::Cow<'_, T> where T: alloc::borrow::ToOwned,
);

/// Never called, because `Infallible` has no values.
impl HttpStatus for Infallible {
    fn status(&self) -> &'static Status {
        match *self {}
    }
}
