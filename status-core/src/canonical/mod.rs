//! The codes of the IANA "HTTP Status Code" registry: a table for each class, the row of each code,
//! and the facts that the RFCs state about each code.

pub(crate) mod client_error;
#[cfg(feature = "problem")]
mod conversions;
pub(crate) mod from_code;
pub(crate) mod informational;
pub(crate) mod redirection;
pub(crate) mod registry;
pub(crate) mod server_error;
pub(crate) mod success;
