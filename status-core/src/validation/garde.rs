//! The errors of `garde`.

use garde::Report;

use crate::problem::field_errors::{FieldError, FieldErrors, MOST};

/// The first 100 errors, each with a pointer to the field. Fields have their names in Rust, not those of
/// `#[serde(rename)]`. garde's own messages do not repeat the rejected value.
impl From<&Report> for FieldErrors {
    fn from(report: &Report) -> Self {
        let error = |(path, error): &(garde::Path, garde::Error)| {
            // Innermost first. It is hidden, but garde's own macros call it from other crates, and
            // the displayed path is ambiguous if a key has a dot.
            let path = path.__iter().rev();
            FieldError::at(path.map(|(_, segment)| segment), error.message())
        };
        report.iter().take(MOST).map(error).collect()
    }
}

impl From<Report> for FieldErrors {
    fn from(report: Report) -> Self {
        Self::from(&report)
    }
}
