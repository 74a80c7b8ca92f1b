//! Variants and rows with names that the generated code uses.

use ::status_core::{HttpStatus, status_table};

#[derive(Debug, HttpStatus)]
#[status(range = 100..=599)]
pub enum Variants {
    /// Ok.
    #[status(200)]
    Ok,
    /// Err.
    #[status(500)]
    Err(u8),
    /// None.
    #[status(404)]
    None,
    /// Some.
    #[status(500)]
    Some { u16: u16, str: &'static str },
    /// `Self` cannot be a name, but these can.
    #[status(500)]
    Error,
    /// Status.
    #[status(500)]
    Status,
    /// Table.
    #[status(500)]
    TABLE,
}

// All variants are in scope without a path.
pub use Variants::*;

status_table! {
    /// A table.
    #[status(allow(unregistered_code))]
    pub enum Rows {
        /// Ok.
        200 Ok,
        /// Err.
        520 Err "An Err",
        /// None.
        521 None "A None",
        /// Some.
        522 Some "A Some",
        /// Error.
        523 Error "An Error",
        /// Status.
        524 Status "A Status",
    }
}
