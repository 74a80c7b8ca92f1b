//! The function in `body = …`.

use crate::problem::body::BodyFn;

/// Returns the function. A call reports one of another type at the user's token.
#[must_use]
pub fn body(function: BodyFn) -> Option<BodyFn> {
    Some(function)
}
