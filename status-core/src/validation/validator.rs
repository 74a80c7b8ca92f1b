//! The errors of `validator`.

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write as _;

use serde_json::Value;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::problem::field_errors::{FieldError, FieldErrors, MOST};

/// The name of the errors of a whole struct.
const WHOLE: &str = "__all__";

/// The parameters that say what a `length` or a `range` must be. Others may be what was rejected: the
/// `value`, and for `must_match` the `other` value.
const BOUNDS: [(&str, &str); 5] = [
    ("equal", "exactly"),
    ("min", "at least"),
    ("exclusive_min", "more than"),
    ("max", "at most"),
    ("exclusive_max", "less than"),
];

/// The first 100 errors, each with a pointer to the field and its code, ordered by field. Fields have their names in
/// Rust, not those of `#[serde(rename)]`. The detail is the error's `message`, or else made from its
/// code; the rejected value, which `validator` keeps among the parameters, is left out.
impl From<&ValidationErrors> for FieldErrors {
    fn from(errors: &ValidationErrors) -> Self {
        let mut found = Self::new();
        visit(errors, &mut Vec::new(), &mut found);
        found
    }
}

impl From<ValidationErrors> for FieldErrors {
    fn from(errors: ValidationErrors) -> Self {
        Self::from(&errors)
    }
}

fn visit(errors: &ValidationErrors, path: &mut Vec<String>, found: &mut FieldErrors) {
    // The order of a `HashMap` differs from request to request.
    let mut fields: Vec<(&Cow<'_, str>, &ValidationErrorsKind)> = errors.errors().iter().collect();
    fields.sort_by_key(|(name, _)| *name);
    for (name, kind) in fields {
        let is_field = name != WHOLE;
        if is_field {
            path.push(name.clone().into_owned());
        }
        match kind {
            ValidationErrorsKind::Struct(errors) => visit(errors, path, found),
            ValidationErrorsKind::List(items) => {
                for (index, errors) in items {
                    path.push(index.to_string());
                    visit(errors, path, found);
                    path.pop();
                }
            }
            ValidationErrorsKind::Field(errors) => {
                let error = |error: &ValidationError| {
                    FieldError::at(path.iter(), detail(error)).code(error.code.clone())
                };
                found.extend(errors.iter().take(MOST - found.len()).map(error));
            }
        }
        if is_field {
            path.pop();
        }
    }
}

fn detail(error: &ValidationError) -> String {
    if let Some(message) = &error.message {
        return message.clone().into_owned();
    }
    match &*error.code {
        "length" => format!("the length must be {}", bounds(error)),
        "range" => format!("must be {}", bounds(error)),
        "email" => "must be an email address".to_owned(),
        "url" => "must be a URL".to_owned(),
        "required" => "is required".to_owned(),
        code => format!("does not satisfy `{code}`"),
    }
}

fn bounds(error: &ValidationError) -> String {
    let mut text = String::new();
    for (name, words) in BOUNDS {
        if let Some(bound @ Value::Number(_)) = error.params.get(name) {
            let and = if text.is_empty() { "" } else { " and " };
            // Writing to a String cannot fail.
            let _ = write!(text, "{and}{words} {bound}");
        }
    }
    if text.is_empty() { "as required".to_owned() } else { text }
}
