//! Tokens to the model. Mistakes are reported, and what surrounds them is read all the same.

mod attribute;
mod code;
mod derive;
mod doc;
mod grpc;
pub mod keys;
mod table;
mod value;

pub use derive::derive;
#[cfg(test)]
pub use doc::documentation;
pub use table::table;
