//! Where the fault is in what a client sent, as serde tells.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Display;

use serde_json::Value;
use serde_path_to_error::{Path, Segment};

pub(crate) use crate::problem::bounded::bounded;
use crate::problem::field_errors::FieldError;
use crate::problem::pointer::Pointer;

/// The error for a message of serde, or of a framework about what the client sent, which it repeats.
pub(crate) fn fault(message: &impl Display) -> FieldError {
    FieldError::new(bounded(message.to_string()))
}

/// The error at a path in a JSON document.
pub(crate) fn at_path(
    path: &Path,
    document: Option<&Value>,
    error: &serde_json::Error,
) -> FieldError {
    // The pointer says more about data that is on one line.
    let position = format!(" at line {} column {}", error.line(), error.column());
    let mut message = error.to_string();
    if message.ends_with(&position) {
        message.truncate(message.len() - position.len());
    }
    fault(&message).pointer(pointer(path, document))
}

/// The error of a parameter in a query or form.
#[cfg(feature = "axum_extract")]
pub(crate) fn of_parameter(path: &Path, message: &impl Display) -> FieldError {
    match path.iter().next() {
        Some(Segment::Map { key }) => fault(message).pointer(bounded(key.clone())),
        _ => fault(message),
    }
}

/// The pointer to the value at a path, or to the innermost value on the path that certainly exists.
fn pointer(path: &Path, document: Option<&Value>) -> String {
    let mut pointer = Pointer::root();
    let mut value = document;
    for segment in path {
        let index;
        let segment: &str = match segment {
            Segment::Map { key } => key,
            Segment::Seq { index: at } => {
                index = at.to_string();
                &index
            }
            // A variant is a key, unless it is written as a string.
            Segment::Enum { variant } if document.is_some() => variant,
            Segment::Enum { .. } | Segment::Unknown => break,
        };
        if let Some(outer) = value {
            value = match outer {
                Value::Object(object) => object.get(segment),
                Value::Array(array) => segment.parse().ok().and_then(|at: usize| array.get(at)),
                _ => None,
            };
            if value.is_none() {
                break;
            }
        }
        if !pointer.push(segment) {
            break;
        }
    }
    pointer.into_string()
}
