//! Raw identifiers, as names of everything.

use ::status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
pub enum r#enum {
    /// A variant without fields.
    #[status(404)]
    r#match,
    /// A variant with fields.
    #[status(429, header("Retry-After" = r#loop), members(r#fn, r#struct))]
    r#type { r#loop: u32, r#fn: u8, r#struct: u8 },
    #[status(transparent)]
    r#struct { r#type: r#struct },
    #[status(dynamic = r#type, fallback = 502)]
    r#dyn { r#type: u16 },
}

/// A struct.
#[derive(HttpStatus)]
#[status(409)]
pub struct r#struct {
    pub r#type: u8,
}

status_table! {
    /// A table.
    #[status(axum, allow(unregistered_code))]
    pub enum r#mod: 400..=530 {
        /// A row.
        520 r#match "Web Server Returned an Unknown Error",
        /// Another row.
        521 r#type "Web Server Is Down",
    }
}

pub fn used(error: &r#enum) -> u16 {
    r#mod::r#match.code() + error.code()
}
