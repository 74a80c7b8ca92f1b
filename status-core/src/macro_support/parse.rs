//! Finds the row of a `status_table!` for a code or a string.

use crate::invalid::InvalidStatus;
use crate::table::Table;

/// Returns the row, or the error for the code.
///
/// # Errors
///
/// Returns an error if no row was found.
pub fn try_from_code<T>(
    found: Option<T>,
    code: u16,
    table: &'static Table,
) -> Result<T, InvalidStatus> {
    found.ok_or_else(|| InvalidStatus::code(code, table))
}

/// Parses "503", "503 Service Unavailable", or a former phrase in place of the reason. The caller
/// has already tried the whole input as a reason.
///
/// # Errors
///
/// Returns an error if the input is none of these, or if its code and its reason belong to
/// different rows.
pub fn parse<T: PartialEq>(
    text: &str,
    from_code: fn(u16) -> Option<T>,
    from_reason: fn(&str) -> Option<T>,
    from_former: fn(&str) -> Option<T>,
    table: &'static Table,
) -> Result<T, InvalidStatus> {
    let found = match split_code(text) {
        Some((code, "")) => from_code(code),
        Some((code, reason)) => from_code(code).filter(|row| {
            let reason = reason.strip_prefix(' ');
            let other =
                reason.and_then(|reason| from_reason(reason).or_else(|| from_former(reason)));
            other.is_some_and(|other| *row == other)
        }),
        None => from_former(text),
    };
    found.ok_or_else(|| InvalidStatus::string(text, table))
}

/// Splits off the three digits at the start.
fn split_code(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(3)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}
