//! `Status`, one row, and `HttpStatus`, which leads to it.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::registry::{self, Facts};
use crate::{Class, of};

/// One status: its code, its name, its reason, its documentation, and what follows from them.
///
/// A `Status` is made at compile time, by [`HttpStatus`](derive@crate::HttpStatus), by
/// [`status_table!`](crate::status_table) or by this crate's canonical tables, and is always found
/// behind a `&'static`.
///
/// ```
/// use status_core::ServerError;
///
/// let status = ServerError::ServiceUnavailable.status();
/// assert_eq!(status.code(), 503);
/// assert_eq!(status.reason(), "Service Unavailable");
/// assert_eq!(status.spec(), Some("RFC 9110 §15.6.4"));
/// assert!(status.is_temporary());
/// assert_eq!(status.to_string(), "503 Service Unavailable");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Status {
    pub(crate) code: u16,
    pub(crate) exposed: bool,
    pub(crate) grpc: Option<u8>,
    pub(crate) name: &'static str,
    pub(crate) slug: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) documentation: &'static str,
    pub(crate) title: &'static str,
    pub(crate) type_uri: Option<&'static str>,
    /// The JSON of the problem if the occurrence adds nothing to it.
    pub(crate) body: &'static str,
}

impl Status {
    /// The canonical row of a code: what the IANA registry says of it. `None` for a number that is
    /// no code: one outside 100..=599.
    ///
    /// For a code that nobody registered, and for the reserved 306 and 418, it is a row with that
    /// code, no name, an empty reason and the documentation of its class (a client treats it as the
    /// x00 of its class, RFC 9110 §15).
    ///
    /// ```
    /// use status_core::{Class, Status};
    ///
    /// assert_eq!(Status::of(404).unwrap().reason(), "Not Found");
    ///
    /// let unknown = Status::of(599).unwrap();
    /// assert_eq!(unknown.reason(), "");
    /// assert_eq!(unknown.class(), Class::ServerError);
    ///
    /// assert_eq!(Status::of(600), None);
    /// ```
    #[must_use]
    pub const fn of(code: u16) -> Option<&'static Self> {
        of::canonical(code)
    }

    /// The status code, 100 to 599 (RFC 9110 §15).
    #[must_use]
    pub const fn code(&self) -> u16 {
        self.code
    }

    /// The name of the variant, row or struct: `OrderNotFound`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The reason phrase (RFC 9112 §4): "Not Found".
    #[must_use]
    pub const fn reason(&self) -> &'static str {
        self.reason
    }

    /// The doc comment, its lines joined as rustdoc reads them.
    #[must_use]
    pub const fn documentation(&self) -> &'static str {
        self.documentation
    }

    /// The title of the problem (RFC 9457 §3.1.3): what is said with `title = "…"`, else the first
    /// sentence of the documentation for a type with a `type_base`, else the reason.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The last part of the problem's type: "order-not-found". Empty in a canonical row of a code
    /// that has no name.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        self.slug
    }

    /// The type of the problem (RFC 9457 §3.1.1): `type_base` and slug. `None` without a
    /// `type_base`, which means the same as "about:blank".
    #[must_use]
    pub const fn type_uri(&self) -> Option<&'static str> {
        self.type_uri
    }

    /// The gRPC code that the variant has said with `grpc = …`, 1 to 16. Without one, gRPC is told what
    /// its own table makes of the HTTP code.
    #[must_use]
    pub const fn grpc(&self) -> Option<u8> {
        self.grpc
    }

    /// Whether the text of the error is sent as the problem's `detail`, and not kept back.
    #[must_use]
    pub const fn is_exposed(&self) -> bool {
        self.exposed
    }

    /// The class of the code.
    #[must_use]
    pub const fn class(&self) -> Class {
        match Class::of(self.code) {
            Some(class) => class,
            // `__private::row` refuses all other codes.
            None => unreachable!(),
        }
    }

    /// How the code stands in the IANA registry.
    #[must_use]
    pub const fn registration(&self) -> Registration {
        self.facts().registration
    }

    /// Where the code is defined: "RFC 9110 §15.6.4". `None` for one that nobody registered.
    #[must_use]
    pub const fn spec(&self) -> Option<&'static str> {
        self.facts().spec
    }

    /// Whether a cache may keep the response without being told how long (RFC 9110 §15.1, RFC 7725
    /// §3).
    #[must_use]
    pub const fn is_cacheable_by_default(&self) -> bool {
        self.facts().cacheable
    }

    /// Whether a cache may keep the response at all: RFC 6585 forbids it for 428, 429, 431 and 511,
    /// RFC 9111 §3 for every interim response.
    #[must_use]
    pub const fn may_be_stored(&self) -> bool {
        self.facts().storable
    }

    /// Whether the response may have content: not with 1xx, 204, 205 and 304 (RFC 9110 §15).
    #[must_use]
    pub const fn allows_content(&self) -> bool {
        self.facts().content
    }

    /// The header fields that a response with this code must have.
    #[must_use]
    pub const fn required_headers(&self) -> &'static [&'static str] {
        self.facts().required_headers
    }

    /// Whether the code says of itself that the situation will pass. `false` where its spec leaves
    /// that open.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        self.facts().temporary
    }

    /// The problem as it is sent where the occurrence adds nothing.
    #[cfg(feature = "problem")]
    pub(crate) const fn body(&self) -> &'static str {
        self.body
    }

    const fn facts(&self) -> &'static Facts {
        registry::facts(self.code)
    }
}

/// The code and, where it has one, the reason: "503 Service Unavailable".
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.reason().is_empty() {
            return write!(f, "{}", self.code());
        }
        write!(f, "{} {}", self.code(), self.reason())
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Status")
            .field("code", &self.code())
            .field("name", &self.name())
            .field("reason", &self.reason())
            .finish_non_exhaustive()
    }
}

impl Hash for Status {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.code(), self.name(), self.type_uri()).hash(state);
    }
}

/// How a code stands in the IANA "HTTP Status Code" registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Registration {
    /// In use.
    Registered,
    /// In use for a limited time, while the document that defines it is a draft.
    Temporary,
    /// Registered, and no longer to be used.
    Obsolete,
    /// Held back: it has no meaning and must not be given one (306 and 418).
    Reserved,
    /// Free: nobody has registered it.
    Unassigned,
}

/// A value that has a status.
///
/// Derive it for error types, with [`HttpStatus`](derive@crate::HttpStatus); the canonical tables and every
/// [`status_table!`](crate::status_table) have it. By hand, `status` is all there is to write:
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
    note = "a type of yours gets one with `#[derive(status_core::HttpStatus)]`",
    note = "a variant that holds another's type has its own: write `#[status(500)]` there, with the code that fits",
    note = "a code by itself is a row of a canonical table, such as `ServerError::BadGateway`"
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

    /// Adds the header fields of this occurrence. The derive writes it from `header(…)`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn header_fields(&self, fields: &mut crate::problem::HeaderFields<'_>) {
        let _ = fields;
    }

    /// Adds the extension members of this occurrence. The derive writes it from `members(…)`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn members(&self, members: &mut crate::problem::Members<'_>) {
        let _ = members;
    }

    /// The error that led to this one, for the log. The derive writes it for types that are an
    /// [`Error`](core::error::Error), and it is their `source`.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn source_error(&self) -> Option<&(dyn core::error::Error + 'static)> {
        None
    }

    /// The problem that this is, to say more in it: [`Problem::of`](crate::problem::Problem::of) as
    /// a method.
    #[cfg(feature = "problem")]
    #[cfg_attr(docsrs, doc(cfg(feature = "problem")))]
    fn problem(&self) -> crate::problem::Problem
    where
        Self: Sized + crate::problem::Occurrence,
    {
        crate::problem::Problem::of(self)
    }

    /// What a problem keeps of an error that it is made of.
    #[cfg(feature = "problem")]
    #[doc(hidden)]
    fn __into_source(self) -> Option<alloc::sync::Arc<dyn core::error::Error + Send + Sync>>
    where
        Self: Sized,
    {
        None
    }
}

/// A pointer has the status of what it points to.
macro_rules! pointer {
    ($($pointer:ty),* $(,)?) => {$(
        impl<T: HttpStatus + ?Sized> HttpStatus for $pointer {
            fn status(&self) -> &'static Status {
                (**self).status()
            }

            #[cfg(feature = "problem")]
            fn header_fields(&self, fields: &mut crate::problem::HeaderFields<'_>) {
                (**self).header_fields(fields);
            }

            #[cfg(feature = "problem")]
            fn members(&self, members: &mut crate::problem::Members<'_>) {
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
pointer!(alloc::boxed::Box<T>, alloc::sync::Arc<T>);
