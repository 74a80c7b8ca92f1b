//! `Occurrence`: one error that happened, with its status and its text.

use core::fmt;

use crate::HttpStatus;

/// An error that can be made a response: it has a status, and a text that may be sent or logged.
///
/// There is nothing to implement: whatever has [`HttpStatus`] and [`Display`](fmt::Display) is one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot become a response",
    label = "has no status or no text",
    note = "a status comes from `#[derive(status_core::HttpStatus)]`",
    note = "a text comes from `#[derive(thiserror::Error)]` with `#[error(\"…\")]` on each variant, or from an `impl Display`",
    note = "an error of another crate gets both with `.or_status(…)` on the `Result` (`status_core::problem::OrStatus`)"
)]
pub trait Occurrence: HttpStatus + fmt::Display {}

// Without this, the compiler would name the bounds of this `impl` and not the notes above.
#[diagnostic::do_not_recommend]
impl<T: HttpStatus + fmt::Display + ?Sized> Occurrence for T {}

/// An error's text, whose `Display` cannot fail: what it wrote before it did is kept. `to_string`
/// panics at such an error.
pub(crate) struct Text<'a, E: ?Sized>(pub &'a E);

impl<E: fmt::Display + ?Sized> fmt::Display for Text<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = fmt::Display::fmt(self.0, f);
        Ok(())
    }
}
