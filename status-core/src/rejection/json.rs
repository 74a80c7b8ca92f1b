//! Reads JSON, and finds the fault in it.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::fault::{at_path, fault};
use super::kind::Rejection;
use crate::problem::field_errors::FieldErrors;

/// Reads the JSON content of a request.
///
/// # Errors
///
/// Returns [`Rejection::MalformedJson`] if the content is not JSON in UTF-8, and otherwise
/// [`Rejection::UnexpectedJson`], with a pointer to the first fault, if it does not have the form of
/// `T`. The pointer leads to the value that is wrong or, for a missing member, to the object that
/// should have it. serde does not tell where a fault inside an untagged or internally tagged enum or
/// a flattened field is; then the pointer leads to the value that contains it.
///
/// Like [`Rejection::MalformedJson`] are the faults for which `serde_json` reports a syntax error
/// although the content is JSON: a number that is too large for a float, a key that is not the
/// expected number, and more than 127 levels.
///
/// ```
/// use status_core::problem::Problem;
/// use status_core::rejection::from_json;
///
/// let rejection = from_json::<Vec<Vec<u8>>>(br#"[[1], [2, "x"]]"#).unwrap_err();
/// assert_eq!(
///     String::from_utf8(Problem::from(rejection).json()).unwrap(),
///     r##"{"title":"Unprocessable Content","status":422,"detail":"unexpected JSON: #/1/1: invalid type: string \"x\", expected u8","errors":[{"detail":"invalid type: string \"x\", expected u8","pointer":"#/1/1"}]}"##,
/// );
/// ```
pub fn from_json<T: DeserializeOwned>(content: &[u8]) -> Result<T, Rejection> {
    let raw: &RawValue = serde_json::from_slice(content).map_err(|error| malformed(&error))?;
    from_raw(raw)
}

/// The media type of JSON.
#[cfg(any(
    feature = "actix_web",
    feature = "axum_extract",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp",
))]
pub(crate) const JSON: &str = "application/json";

/// Reads a document of which a framework knows that it is JSON.
pub(crate) fn from_raw<T: DeserializeOwned>(raw: &RawValue) -> Result<T, Rejection> {
    let mut deserializer = serde_json::Deserializer::from_str(raw.get());
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let document: Option<Value> = serde_json::from_str(raw.get()).ok();
        unexpected(&error, document.as_ref())
    })
}

/// The rejection of content that is not JSON.
pub(crate) fn malformed(error: &serde_json::Error) -> Rejection {
    Rejection::MalformedJson { errors: fault(error).into() }
}

/// The rejection for an error whose path is known. Without the document, the pointer may not lead
/// all the way to the fault.
pub(crate) fn unexpected(
    error: &serde_path_to_error::Error<serde_json::Error>,
    document: Option<&Value>,
) -> Rejection {
    let inner = error.inner();
    if inner.is_data() {
        let errors: FieldErrors = at_path(error.path(), document, inner).into();
        return Rejection::UnexpectedJson { errors };
    }
    malformed(inner)
}

/// The rejection for an error whose path is not known.
#[cfg(any(feature = "actix_web", feature = "poem", feature = "salvo", feature = "warp"))]
pub(crate) fn without_path(error: &serde_json::Error) -> Rejection {
    if error.is_data() {
        return Rejection::UnexpectedJson { errors: fault(error).into() };
    }
    malformed(error)
}
