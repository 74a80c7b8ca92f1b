//! The status of a `dynamic` variant.

use core::ops::RangeInclusive;

use super::fallback::BROKEN;
use crate::canonical::from_code;
use crate::row::Exposure;
use crate::status::Status;

/// The type of a `dynamic` variant's code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the code of a `dynamic` variant",
    label = "does not implement `Copy + Into<u16>`",
    note = "use `u16` or `http::StatusCode`, or an `Option` of either, written as `Option<…>`",
    note = "for any other field, write a function that returns its code: `dynamic = path::to::function(field)`"
)]
pub trait DynamicCode: Copy + Into<u16> {}

// Without this, errors name the bounds of this `impl` instead of the note above.
#[diagnostic::do_not_recommend]
impl<T: Copy + Into<u16>> DynamicCode for T {}

/// What a function returned, which may be an `Option` of a code.
///
/// The inherent method takes precedence over the one of [`NotAnOption`], so an `Option` is not
/// wrapped in another.
pub struct Returned<T>(pub T);

impl<T> Returned<Option<T>> {
    /// Returns the code, if there is one.
    pub fn option(self) -> Option<T> {
        self.0
    }
}

/// [`Returned::option`] for a type that is not an `Option`.
pub trait NotAnOption: Sized {
    /// The type of the code.
    type Code;

    /// Returns the code.
    fn option(self) -> Option<Self::Code>;
}

impl<T> NotAnOption for Returned<T> {
    type Code = T;

    fn option(self) -> Option<T> {
        Some(self.0)
    }
}

/// Returns the code as a number, if there is one.
#[must_use]
pub fn code_of<T: DynamicCode>(code: Option<&T>) -> Option<u16> {
    code.map(|code| (*code).into())
}

/// Returns the canonical row of `code`, or of `fallback` if there is no code, or if the code is
/// outside the type's range or in `lacking`, the codes that require a header field which is not
/// sent. Without `exposure`, the error's message is sent for a 4xx and only logged for a 5xx.
#[must_use]
pub fn dynamic(
    code: Option<u16>,
    range: RangeInclusive<u16>,
    fallback: u16,
    lacking: &[u16],
    exposure: Option<Exposure>,
) -> &'static Status {
    let is_sent = |code: &u16| range.contains(code) && !lacking.contains(code);
    let code = code.filter(is_sent).unwrap_or(fallback);
    let by_code = if code < 500 { Exposure::Message } else { Exposure::Redacted };
    let status = from_code::with_exposure(code, exposure.unwrap_or(by_code));
    // The macro has checked that the range and the fallback contain only codes.
    status.unwrap_or(BROKEN)
}
