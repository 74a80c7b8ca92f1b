//! The source of a value that may be an error.

use core::error::Error;

/// Calls `source` on types that implement `Error`, and returns `None` for others: an inherent
/// method takes precedence over a trait's, unless its bounds are not met.
pub struct SourceOf<'a, T: ?Sized>(pub &'a T);

impl<'a, T: Error + ?Sized> SourceOf<'a, T> {
    /// Returns the source of the error.
    #[must_use]
    pub fn source_error(self) -> Option<&'a (dyn Error + 'static)> {
        self.0.source()
    }
}

/// The method for types that do not implement `Error`.
pub trait NoSource: Sized {
    /// Returns `None`.
    fn source_error<'a>(self) -> Option<&'a (dyn Error + 'static)> {
        None
    }
}

impl<T: ?Sized> NoSource for SourceOf<'_, T> {}
