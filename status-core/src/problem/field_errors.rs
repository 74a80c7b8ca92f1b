//! What is wrong with which field of a request.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::{self, Vec};
use core::fmt;
use core::slice;
use std::collections::HashMap;

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::pointer::Pointer;
use crate::macro_support::json_type::KnownJson;

/// What is wrong with one field of a request.
///
/// Do not repeat the rejected value, which may be a password: the detail is sent and logged. Those of a
/// `Rejection` are serde's, which repeat at most 1 KiB of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldError {
    /// What is wrong, for people: "must be a positive integer".
    pub detail: String,
    /// Where: in JSON, a pointer (RFC 6901) as a URI fragment, such as `#/items/0/name`; in a path, a
    /// query or a form, the name of the parameter. `None` if that is not known.
    pub pointer: Option<String>,
    /// What is wrong, for programs: `too_short`.
    pub code: Option<Cow<'static, str>>,
}

impl FieldError {
    /// Creates an error that does not say which field it is about.
    #[must_use]
    pub fn new(detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), pointer: None, code: None }
    }

    /// Creates an error of the field that these keys and indices lead to. The root of the document
    /// has none.
    ///
    /// ```
    /// use status_core::problem::FieldError;
    ///
    /// let error = FieldError::at(["items", "0", "a/b"], "must be a positive integer");
    /// assert_eq!(error.pointer.as_deref(), Some("#/items/0/a~1b"));
    /// ```
    #[must_use]
    pub fn at<S: AsRef<str>>(path: impl IntoIterator<Item = S>, detail: impl Into<String>) -> Self {
        let mut pointer = Pointer::root();
        // A pointer that became too long still leads to what contains the field.
        let _ = path.into_iter().all(|segment| pointer.push(segment.as_ref()));
        Self::new(detail).pointer(pointer.into_string())
    }

    /// Sets the pointer.
    #[must_use]
    pub fn pointer(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }

    /// Sets the code.
    #[must_use]
    pub fn code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = Some(code.into());
        self
    }
}

/// The pointer and the detail: "#/age: must be a positive integer".
impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pointer.as_deref() {
            None | Some("#") => f.write_str(&self.detail),
            Some(pointer) => write!(f, "{pointer}: {}", self.detail),
        }
    }
}

impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("detail", &self.detail)?;
        if let Some(pointer) = &self.pointer {
            object.serialize_entry("pointer", pointer)?;
        }
        if let Some(code) = &self.code {
            object.serialize_entry("code", code)?;
        }
        object.end()
    }
}

/// Other members are ignored, and so is a `pointer` or `code` that is not a string.
impl<'de> Deserialize<'de> for FieldError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut object = HashMap::<String, Value>::deserialize(deserializer)?;
        let mut text = |name: &str| match object.remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let detail = text("detail").ok_or_else(|| serde::de::Error::missing_field("detail"))?;
        Ok(Self { detail, pointer: text("pointer"), code: text("code").map(Cow::Owned) })
    }
}

/// How many errors of one request are sent if a client decides how many there are: otherwise a short
/// list of empty items has a response many times its size.
#[cfg(any(feature = "garde", feature = "rocket", feature = "validator"))]
pub(crate) const MOST: usize = 100;

/// What is wrong with the fields of a request: the member `errors` of RFC 9457's example.
///
/// With the features `validator` and `garde`, the errors of these crates convert into it, at most the first
/// 100 of a request. In gRPC it becomes a `BadRequest`. An empty list is not sent.
///
/// ```
/// use status_core::HttpStatus;
/// use status_core::problem::{FieldError, FieldErrors, Problem};
///
/// #[derive(Debug, thiserror::Error, HttpStatus)]
/// enum OrderError {
///     /// The order has invalid fields.
///     #[error("the order has invalid fields")]
///     #[status(422, members(errors))]
///     Invalid { errors: FieldErrors },
/// }
///
/// let error = FieldError::at(["items", "0"], "must be a positive integer").code("positive");
/// let problem = Problem::of(&OrderError::Invalid { errors: error.into() });
/// assert_eq!(
///     String::from_utf8(problem.json()).unwrap(),
///     r##"{"title":"Unprocessable Content","status":422,"detail":"the order has invalid fields","errors":[{"detail":"must be a positive integer","pointer":"#/items/0","code":"positive"}]}"##,
/// );
/// ```
///
/// A client reads it with `problem.get::<FieldErrors>("errors")`.
///
/// A list that you fill yourself has no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// Creates an empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds an error.
    pub fn push(&mut self, error: FieldError) {
        self.0.push(error);
    }

    /// Returns `true` if there are no errors.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the number of errors.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns the errors in order.
    pub fn iter(&self) -> slice::Iter<'_, FieldError> {
        self.0.iter()
    }
}

/// The errors, separated by semicolons.
impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl From<FieldError> for FieldErrors {
    fn from(error: FieldError) -> Self {
        Self(alloc::vec![error])
    }
}

impl FromIterator<FieldError> for FieldErrors {
    fn from_iter<I: IntoIterator<Item = FieldError>>(errors: I) -> Self {
        Self(errors.into_iter().collect())
    }
}

impl Extend<FieldError> for FieldErrors {
    fn extend<I: IntoIterator<Item = FieldError>>(&mut self, errors: I) {
        self.0.extend(errors);
    }
}

impl IntoIterator for FieldErrors {
    type Item = FieldError;
    type IntoIter = vec::IntoIter<FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a FieldErrors {
    type Item = &'a FieldError;
    type IntoIter = slice::Iter<'a, FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Serialize for FieldErrors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A member that is `null` is omitted.
        if self.is_empty() { serializer.serialize_none() } else { self.0.serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for FieldErrors {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let errors = Option::<Vec<FieldError>>::deserialize(deserializer)?;
        Ok(Self(errors.unwrap_or_default()))
    }
}

impl KnownJson for FieldErrors {
    const TYPE: &'static str = "array";
    const OPTIONAL: bool = true;
}
