//! The integrations, one file each.

mod axum;
mod response;
#[cfg(feature = "tower")]
pub mod tower;
