//! The placeholders in code that is generated along with compile errors.

use crate::canonical::server_error::ServerError;
use crate::row::Row;
use crate::status::Status;

/// The status of a type that has compile errors. It is never used at run time.
pub const BROKEN: &Status = ServerError::InternalServerError.status();

/// The row of `BROKEN`.
pub const BROKEN_ROW: &Row = BROKEN.row;
