//! `HeaderField`: a header field of a response.

/// A header field that the responses of a status have, as `header(…)` declares it.
///
/// ```
/// use status_core::HttpStatus;
///
/// #[derive(HttpStatus)]
/// enum OrderError {
///     /// The caller has not signed in.
///     #[status(401, header("WWW-Authenticate" = "Bearer"))]
///     SignedOut,
/// }
///
/// let [challenge] = OrderError::SignedOut.status().header_fields() else { panic!() };
/// assert_eq!(challenge.name(), "WWW-Authenticate");
/// assert_eq!(challenge.value(), Some("Bearer"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderField {
    name: &'static str,
    value: Option<&'static str>,
    rust_type: Option<&'static str>,
    optional: bool,
}

impl HeaderField {
    /// A field whose value is the same in every response. For generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn __constant(name: &'static str, value: &'static str) -> Self {
        Self { name, value: Some(value), rust_type: None, optional: false }
    }

    /// A field whose value a field of the variant gives. For generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn __of_field(name: &'static str, rust_type: &'static str, optional: bool) -> Self {
        Self { name, value: None, rust_type: Some(rust_type), optional }
    }

    /// Returns the name, as it is written in the source.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the value that is the same in every response, or `None` if a field gives the value.
    #[must_use]
    pub const fn value(&self) -> Option<&'static str> {
        self.value
    }

    /// Returns the type of the field that gives the value, as it is written in the source, or `None`
    /// for a constant.
    #[must_use]
    pub const fn rust_type(&self) -> Option<&'static str> {
        self.rust_type
    }

    /// Returns `true` if the header field may be missing, because the field is an `Option`.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.optional
    }
}
