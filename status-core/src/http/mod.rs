//! The integrations, one file each.

mod axum;
mod response;
