//! What a client reads: the problem in the response of a server.

pub(crate) mod read;
#[cfg(feature = "reqwest")]
pub mod reqwest;
