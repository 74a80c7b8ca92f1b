//! The responses of a type as an OpenAPI document describes them.
//!
//! `documented.rs` collects what the derive knows about each status and what a tool knows about the
//! types of its members. `schema.rs` and `example.rs` describe one status, and `responses.rs` writes
//! all of them, in the JSON that every tool reads.

pub(crate) mod documented;
mod example;
pub(crate) mod field_errors;
mod header;
pub(crate) mod responses;
pub(crate) mod schema;
