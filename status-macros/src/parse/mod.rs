//! Tokens to the model. A mistake is reported, and parsing continues after it.

mod attribute;
mod code;
mod derive;
mod doc;
mod grpc;
mod item;
pub mod keys;
mod meant;
mod source;
mod table;
mod value;

pub use derive::derive;
#[cfg(test)]
pub use doc::documentation;
pub use keys::{INTEGRATIONS, KEYS, Target};
pub use table::table;
