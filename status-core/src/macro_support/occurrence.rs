//! What the expansion of a derive needs under the feature `problem`, and its stand-ins without it.

#[cfg(feature = "problem")]
use core::error::Error;

#[cfg(feature = "problem")]
pub use crate::problem::header_fields::FieldValue;
#[cfg(feature = "problem")]
pub use crate::problem::members::Member;

/// Without the feature, the bounds of a generic type require nothing.
#[cfg(not(feature = "problem"))]
pub trait FieldValue {}
#[cfg(not(feature = "problem"))]
impl<T: ?Sized> FieldValue for T {}
/// As `FieldValue`.
#[cfg(not(feature = "problem"))]
pub trait Member {}
#[cfg(not(feature = "problem"))]
impl<T: ?Sized> Member for T {}

/// Keeps its tokens only under the feature `problem`.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_problem {
    ($($tokens:tt)*) => { $($tokens)* };
}
#[cfg(not(feature = "problem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_problem {
    ($($tokens:tt)*) => {};
}

/// An error for a key that has no effect without the feature `problem`.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __needs_problem {
    ($key:literal) => {};
}
#[cfg(not(feature = "problem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __needs_problem {
    ($key:literal) => {
        ::core::compile_error!(::core::concat!(
            "`",
            $key,
            "(…)` requires status-core's feature `problem`; run `cargo add status-core --features problem`",
        ));
    };
}

/// Calls `source` on types that are an `Error`, and returns `None` for others: an inherent method
/// takes precedence over that of a trait, unless its bounds are not met.
#[cfg(feature = "problem")]
pub struct Of<'a, T: ?Sized>(pub &'a T);

#[cfg(feature = "problem")]
impl<'a, T: Error + ?Sized> Of<'a, T> {
    /// The error's source.
    #[must_use]
    pub fn source_error(self) -> Option<&'a (dyn Error + 'static)> {
        self.0.source()
    }
}

/// The method for types that are no `Error`.
#[cfg(feature = "problem")]
pub trait NoError: Sized {
    /// There is no source.
    fn source_error<'a>(self) -> Option<&'a (dyn Error + 'static)> {
        None
    }
}

#[cfg(feature = "problem")]
impl<T: ?Sized> NoError for Of<'_, T> {}
