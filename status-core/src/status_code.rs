//! Conversions to `http::StatusCode`.

use http::StatusCode;

use crate::status::Status;

/// Converts a status code. This cannot fail: `StatusCode` accepts 100 to 999.
#[must_use]
pub fn status_code(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl From<&Status> for StatusCode {
    fn from(status: &Status) -> Self {
        status_code(status.code())
    }
}
