//! Names that would break the generated code if it did not use full paths.
#![deny(warnings)]
// Unconventional names are the point.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]

pub mod generated;
pub mod macros;
pub mod parameters;
pub mod raw;
pub mod types;
pub mod values;
pub mod variants;

// Modules with the names of crates that the generated code uses.
pub mod alloc {}
pub mod core {
    pub mod option {}
}
pub mod std {}
pub mod status_core {}
pub mod status_macros {}
