//! Names that the macros' output could trip over, if it cited anything by less than its full path.
#![deny(warnings)]
// The names are unlike Rust's on purpose.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]

pub mod generated;
pub mod macros;
pub mod parameters;
pub mod raw;
pub mod types;
pub mod values;
pub mod variants;

// What the macros' output cites by these names is not what stands here.
pub mod alloc {}
pub mod core {
    pub mod option {}
}
pub mod std {}
pub mod status_core {}
pub mod status_macros {}
