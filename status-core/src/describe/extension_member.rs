//! `ExtensionMember`: an extension member of a problem.

/// An extension member that the problems of a status have (RFC 9457 §3.2), as `members(…)` declares
/// it.
///
/// ```
/// use status_core::HttpStatus;
///
/// #[derive(HttpStatus)]
/// enum OrderError {
///     /// Nothing is left of the item.
///     #[status(409, members(left, kind = "stock"))]
///     SoldOut { left: Option<u32> },
/// }
///
/// # use std::fmt;
/// # impl fmt::Display for OrderError {
/// #     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str("sold out") }
/// # }
/// let mut members = OrderError::SoldOut { left: None }.status().members();
/// let kind = members.next().unwrap();
/// assert_eq!((kind.name(), kind.value()), ("kind", Some("\"stock\"")));
/// let left = members.next().unwrap();
/// assert_eq!((left.name(), left.rust_type()), ("left", Some("Option<u32>")));
/// assert_eq!(left.json_type(), Some("integer"));
/// assert!(left.is_optional());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtensionMember {
    name: &'static str,
    value: Option<&'static str>,
    rust_type: Option<&'static str>,
    json_type: Option<&'static str>,
    optional: bool,
}

/// A member that a field gives, as generated code writes it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FieldMember {
    /// The name of the member.
    pub name: &'static str,
    /// The type of the field, as it is written.
    pub rust_type: &'static str,
    /// The type of its JSON.
    pub json_type: Option<&'static str>,
    /// Whether the field may have nothing to send.
    pub optional: bool,
}

impl ExtensionMember {
    pub(crate) const fn constant((name, json): (&'static str, &'static str)) -> Self {
        let json_type = json_type(json);
        Self { name, value: Some(json), rust_type: None, json_type, optional: false }
    }

    pub(crate) const fn of_field(field: FieldMember) -> Self {
        let FieldMember { name, rust_type, json_type, optional } = field;
        Self { name, value: None, rust_type: Some(rust_type), json_type, optional }
    }

    /// Returns the name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the JSON of a member that is the same in every occurrence, or `None` if a field gives
    /// the value.
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

    /// Returns the type of the value in JSON Schema's words: "integer". For an `Option<T>`, that of the
    /// `T`. `None` for a type that this crate does not know, such as one of your own.
    #[must_use]
    pub const fn json_type(&self) -> Option<&'static str> {
        self.json_type
    }

    /// Returns `true` if the member may be missing, because the field is an `Option`.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.optional
    }
}

/// The type of a constant.
const fn json_type(json: &str) -> Option<&'static str> {
    match json.as_bytes() {
        [b't' | b'f', ..] => Some("boolean"),
        [b'"', ..] => Some("string"),
        [b'-' | b'0'..=b'9', ..] => Some("integer"),
        _ => None,
    }
}
