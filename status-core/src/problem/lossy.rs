//! A `Display` that cannot fail.

use core::fmt;

/// Displays a value and ignores its errors: output written before the error is kept. `to_string`
/// would panic.
pub(crate) struct LossyDisplay<'a, T: ?Sized>(pub &'a T);

impl<T: fmt::Display + ?Sized> fmt::Display for LossyDisplay<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = fmt::Display::fmt(self.0, f);
        Ok(())
    }
}
