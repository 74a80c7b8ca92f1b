//! The detail of an occurrence.

use core::fmt::Display;

#[cfg(feature = "problem")]
use crate::status::Status;

/// The type of a field in `detail = field`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the detail of a problem",
    label = "does not implement `Display`",
    note = "use a `String`, any other type with `Display`, or an `Option` of one, written as `Option<…>`"
)]
pub trait DetailText: Display {}

// Without this, errors name the bounds of this `impl` instead of the note above.
#[diagnostic::do_not_recommend]
impl<T: Display> DetailText for T {}

/// Returns the text of a field.
#[cfg(feature = "problem")]
pub fn text<T: DetailText>(field: &T) -> &dyn Display {
    field
}

/// Returns the error's message if the status exposes it.
#[cfg(feature = "problem")]
#[must_use]
pub fn exposed<'a>(status: &Status, message: &'a dyn Display) -> Option<&'a dyn Display> {
    status.exposes_message().then_some(message)
}
