//! Reading problems from responses.

pub(crate) mod content;
pub(crate) mod decode;
pub(crate) mod decode_error;
mod fields;
pub(crate) mod from_text;
pub(crate) mod invalid_problem;
mod read;
pub(crate) mod received;
#[cfg(feature = "reqwest")]
pub mod reqwest;
mod retry;
