//! The status of a `dynamic` variant.

use core::ops::RangeInclusive;

use super::fallback::BROKEN;
use crate::canonical::from_code;
use crate::status::Status;

/// The type of a `dynamic` variant's field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the code of a `dynamic` variant",
    label = "does not implement `Copy + Into<u16>`",
    note = "use `u16` or `http::StatusCode`, or convert the field when you create the variant"
)]
pub trait DynamicCode: Copy + Into<u16> {}

// Without this, errors name the bounds of this `impl` instead of the note above.
#[diagnostic::do_not_recommend]
impl<T: Copy + Into<u16>> DynamicCode for T {}

/// Returns the code in the field.
pub fn code_of<T: DynamicCode>(field: &T) -> u16 {
    (*field).into()
}

/// Returns the canonical row of `code`, or of `fallback` if `code` is outside the type's range or in
/// `lacking`: the codes that require a header field which the variant does not send. Without `exposure`, the error's message is sent for a 4xx and only logged for a 5xx.
#[must_use]
pub fn dynamic(
    code: u16,
    range: RangeInclusive<u16>,
    fallback: u16,
    lacking: &[u16],
    exposure: Option<bool>,
) -> &'static Status {
    let is_sent = range.contains(&code) && !lacking.contains(&code);
    let code = if is_sent { code } else { fallback };
    let status = if exposure.unwrap_or(code < 500) {
        from_code::exposed(code)
    } else {
        from_code::canonical(code)
    };
    // The macro has checked that the range and the fallback contain only codes.
    status.unwrap_or(BROKEN)
}
