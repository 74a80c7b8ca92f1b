//! Reading problems from responses.

#[cfg(feature = "reqwest")]
mod chunks;
pub(crate) mod content;
mod fields;
pub(crate) mod invalid_problem;
mod read;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "url")]
mod resolve;
