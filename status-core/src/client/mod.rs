//! Reading problems from responses.

mod constants;
pub(crate) mod content;
pub(crate) mod decode;
pub(crate) mod decode_error;
pub(crate) mod decoding;
pub(crate) mod failure;
mod fields;
pub(crate) mod from_text;
pub(crate) mod invalid_problem;
pub(crate) mod read;
pub(crate) mod received;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "url")]
mod resolve;
mod retry;
mod unread;
