//! Constants, statics and functions with the names of fields, and with names that the generated
//! code itself uses.

pub const after: u8 = 1;
pub static id: u8 = 2;
pub struct index;

pub mod of_the_derive {
    use super::{after, id, index};
    use ::status_core::HttpStatus;

    pub const __STATUSES: u8 = 6;
    pub static __TABLE: u8 = 7;

    #[derive(HttpStatus)]
    pub enum Enum {
        /// Named like a constant, a static and a struct.
        #[status(429, header("Retry-After" = after), members(id, index))]
        Named { after: u32, id: u8, index: u8 },
        #[status(dynamic = 0, fallback = 502, header("Age" = 1))]
        Dynamic(u16, u32),
        #[status(transparent)]
        Table(super::of_a_table::Table),
    }

    pub const USED: (u8, &u8, index) = (after, &id, index);
}

pub mod of_a_table {
    pub const __STATUSES: u8 = 1;
    pub static __TABLE: u8 = 2;
    pub fn __from_reason() {}

    ::status_core::status_table! {
        /// A table.
        pub enum Table {
            /// It is wrong.
            400 BadRequest,
        }
    }
}
