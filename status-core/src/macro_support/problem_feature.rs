//! What generated code needs from the feature `problem`, and the stand-ins without it.

#[cfg(feature = "problem")]
pub use crate::problem::header_fields::FieldValue;
#[cfg(feature = "problem")]
pub use crate::problem::members::Member;

/// Without the feature, every type meets the bounds.
#[cfg(not(feature = "problem"))]
pub trait FieldValue {}
#[cfg(not(feature = "problem"))]
impl<T: ?Sized> FieldValue for T {}
/// Like `FieldValue`.
#[cfg(not(feature = "problem"))]
pub trait Member {}
#[cfg(not(feature = "problem"))]
impl<T: ?Sized> Member for T {}

/// Expands to its tokens only with the feature `problem`.
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
            "` requires status-core's feature `problem`; run `cargo add status-core --features problem`",
        ));
    };
}
