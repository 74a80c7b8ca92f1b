//! `Status`: one row of a table.

use core::fmt::{self, Write as _};
use core::hash::{Hash, Hasher};

use crate::canonical::registry::{self, Facts, Registration};
use crate::class::Class;
use crate::describe::extension_member::ExtensionMember;
use crate::describe::header_field::HeaderField;
use crate::retry::Retry;
use crate::row::{Exposure, Row};

/// One status: its code, name, reason and documentation, and its registration.
///
/// Statuses are created at compile time, by [`HttpStatus`](derive@crate::HttpStatus),
/// [`status_table!`](crate::status_table) or this crate's canonical tables. You always handle them
/// as `&'static Status`.
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
///
/// Two statuses are equal if everything about them is, even if they are of different types. Each
/// status of a table has an address of its own, which tells them apart:
///
/// ```
/// use status_core::HttpStatus;
///
/// #[derive(HttpStatus)]
/// enum OrderError {
///     /// It does not exist.
///     #[status(404)]
///     Missing,
/// }
///
/// #[derive(HttpStatus)]
/// enum InvoiceError {
///     /// It does not exist.
///     #[status(404)]
///     Missing,
/// }
///
/// let (order, invoice) = (OrderError::Missing.status(), InvoiceError::Missing.status());
/// assert_eq!(order, invoice);
/// assert!(!std::ptr::eq(order, invoice));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Status {
    pub(crate) code: u16,
    pub(crate) exposure: Exposure,
    // A reference, because the 500 canonical statuses share a few rows. Storing the fields inline
    // would add about 50 KB to a program that calls `Status::from_code`.
    pub(crate) row: &'static Row,
}

impl Status {
    /// Returns the status code, 100 to 599 (RFC 9110 §15).
    #[must_use]
    pub const fn code(&self) -> u16 {
        self.code
    }

    /// Returns the name of the variant, row or struct: `OrderNotFound`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.row.name
    }

    /// Returns the reason phrase (RFC 9112 §4): "Not Found".
    #[must_use]
    pub const fn reason(&self) -> &'static str {
        self.row.reason
    }

    /// Returns the doc comment, its lines joined as rustdoc joins them.
    #[must_use]
    pub const fn documentation(&self) -> &'static str {
        self.row.documentation
    }

    /// Returns the title of the problem (RFC 9457 §3.1.3): the value of `title = "…"`, or else the
    /// first sentence of the documentation if the type has a `type_base`, or else the reason.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.row.title
    }

    /// Returns the last segment of the problem's `type`: "order-not-found". Empty for the canonical
    /// status of an unregistered code.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        self.row.slug
    }

    /// Returns the problem's `type` (RFC 9457 §3.1.1): the `type_base` followed by the slug.
    /// Returns `None` if there is no `type_base`, which means the same as "about:blank".
    #[must_use]
    pub const fn type_uri(&self) -> Option<&'static str> {
        self.row.type_uri
    }

    /// Returns the gRPC code that the variant sets with `grpc = …`, 1 to 16. `None` means the
    /// [default](crate::guide::frameworks#the-default-grpc-codes) for the HTTP code.
    ///
    /// ```
    /// use status_core::HttpStatus;
    ///
    /// #[derive(HttpStatus)]
    /// enum OrderError {
    ///     /// An order with this number exists.
    ///     #[status(409, grpc = ALREADY_EXISTS)]
    ///     Duplicate,
    ///     /// No order has this number.
    ///     #[status(404)]
    ///     OrderNotFound,
    /// }
    ///
    /// assert_eq!(OrderError::Duplicate.status().grpc(), Some(6));
    /// assert_eq!(OrderError::OrderNotFound.status().grpc(), None);
    /// ```
    #[must_use]
    pub const fn grpc(&self) -> Option<u8> {
        self.row.grpc()
    }

    /// Returns the extension members that the problem of each occurrence has (RFC 9457 §3.2): first
    /// those that are always the same, then those of the occurrence, in the order in which they are
    /// sent.
    ///
    /// ```
    /// use status_core::HttpStatus;
    ///
    /// #[derive(HttpStatus)]
    /// enum OrderError {
    ///     /// No order has this number.
    ///     #[status(404, members(id))]
    ///     OrderNotFound { id: u64 },
    /// }
    /// # impl std::fmt::Display for OrderError {
    /// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("no") }
    /// # }
    ///
    /// let id = OrderError::OrderNotFound { id: 7 }.status().members().next().unwrap();
    /// assert_eq!((id.name(), id.json_type()), ("id", Some("integer")));
    /// ```
    #[must_use]
    pub fn members(&self) -> impl ExactSizeIterator<Item = ExtensionMember> + Clone {
        let (constants, fields) = (self.row.constants(), self.row.members());
        (0..constants.len() + fields.len()).map(move |index| match constants.get(index) {
            Some(constant) => ExtensionMember::constant(*constant),
            // `index` is past the constants, and less than both lengths together.
            None => ExtensionMember::of_field(fields[index - constants.len()]),
        })
    }

    /// Returns the header fields that each response has, apart from those that every problem has, in
    /// the order in which they are declared.
    #[must_use]
    pub const fn header_fields(&self) -> &'static [HeaderField] {
        self.row.header_fields()
    }

    /// Returns `true` if the problem has a `detail`: the error's message, or the variant's
    /// `detail = …`. If not, the message is only logged.
    #[must_use]
    pub const fn is_exposed(&self) -> bool {
        !matches!(self.exposure, Exposure::Redacted)
    }

    /// Whether the error's message is sent, and not a detail of the occurrence's own.
    #[cfg(feature = "problem")]
    pub(crate) const fn exposes_message(&self) -> bool {
        matches!(self.exposure, Exposure::Message)
    }

    /// Returns the class of the code.
    #[must_use]
    pub const fn class(&self) -> Class {
        match Class::from_code(self.code) {
            Some(class) => class,
            // Every code is checked when its row is created.
            None => unreachable!(),
        }
    }

    /// Returns how the code is registered with IANA.
    #[must_use]
    pub const fn registration(&self) -> Registration {
        self.facts().registration
    }

    /// Returns the section that defines the code: "RFC 9110 §15.6.4". Returns `None` if the code is
    /// not registered.
    #[must_use]
    pub const fn spec(&self) -> Option<&'static str> {
        self.facts().spec
    }

    /// Returns `true` if a cache may store the response without an explicit lifetime (RFC 9110
    /// §15.1, RFC 7725 §3).
    #[must_use]
    pub const fn is_cacheable_by_default(&self) -> bool {
        self.facts().cacheable
    }

    /// Returns `true` if a cache may store the response at all. RFC 6585 forbids it for 428, 429,
    /// 431 and 511, and RFC 9111 §3 for interim responses.
    #[must_use]
    pub const fn may_be_stored(&self) -> bool {
        self.facts().storable
    }

    /// Returns `true` if the response may have content. Responses with a 1xx code, 204, 205 or 304
    /// must not (RFC 9110 §6.4.1, §15.3.6).
    #[must_use]
    pub const fn allows_content(&self) -> bool {
        self.facts().content
    }

    /// Returns the names of the header fields that a response with this code must have.
    ///
    /// ```
    /// use status_core::ClientError;
    ///
    /// let status = ClientError::MethodNotAllowed.status();
    /// assert_eq!(status.required_headers(), ["Allow"]);
    /// ```
    #[must_use]
    pub const fn required_headers(&self) -> &'static [&'static str] {
        self.facts().required_headers
    }

    /// Returns whether a client may send its request again: what the variant says with
    /// `retry = "…"`, or else what follows from the code.
    ///
    /// ```
    /// use status_core::{ClientError, Retry};
    ///
    /// let status = ClientError::TooManyRequests.status();
    /// assert_eq!(status.retry(), Retry::Always { delay: None });
    /// ```
    #[must_use]
    pub const fn retry(&self) -> Retry {
        match self.row.retry() {
            Some(retry) => retry,
            None => Retry::from_code(self.code),
        }
    }

    /// Returns `true` if the code's specification calls the condition temporary. Returns `false` if
    /// the specification does not say.
    ///
    /// This does not tell a client whether to [retry](Self::retry). A 502 or 504 may be worth
    /// retrying, although no specification calls it temporary, and a request that is not idempotent
    /// may not be safe to repeat.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        self.facts().temporary
    }

    const fn facts(&self) -> &'static Facts {
        registry::facts(self.code)
    }
}

/// The three digits of a code, in ASCII.
pub(crate) const fn digits(code: u16) -> [u8; 3] {
    const DIGITS: &[u8; 10] = b"0123456789";
    [DIGITS[code as usize / 100 % 10], DIGITS[code as usize / 10 % 10], DIGITS[code as usize % 10]]
}

/// The code followed by the reason, if it has one: "503 Service Unavailable". Width, alignment and
/// precision apply to the whole string.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = digits(self.code);
        // Digits are ASCII.
        let code = core::str::from_utf8(&digits).unwrap_or_default();
        let separator = if self.row.reason.is_empty() { "" } else { " " };
        let parts = [code, separator, self.row.reason];
        if f.width().is_none() && f.precision().is_none() {
            return parts.into_iter().try_for_each(|part| f.write_str(part));
        }
        // `Formatter::pad` needs a single `&str`, which would require an allocation.
        let text = parts.into_iter().flat_map(str::chars);
        let text = text.take(f.precision().unwrap_or(usize::MAX));
        let padding = f.width().map_or(0, |width| width.saturating_sub(text.clone().count()));
        let before = match f.align() {
            Some(fmt::Alignment::Right) => padding,
            Some(fmt::Alignment::Center) => padding / 2,
            Some(fmt::Alignment::Left) | None => 0,
        };
        let fill = core::iter::repeat(f.fill());
        let (before, after) = (fill.clone().take(before), fill.take(padding - before));
        before.chain(text).chain(after).try_for_each(|c| f.write_char(c))
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Status")
            .field("code", &self.code)
            .field("name", &self.row.name)
            .field("reason", &self.row.reason)
            .finish_non_exhaustive()
    }
}

impl Hash for Status {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.code, self.row.name, self.row.type_uri).hash(state);
    }
}
