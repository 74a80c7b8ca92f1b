//! What a type's statuses send, as data: for documentation, and for tools that read it.
//!
//! A [`Status`](crate::Status) has [`members`](crate::Status::members) and
//! [`header_fields`](crate::Status::header_fields), which describe what each occurrence adds to it.

pub(crate) mod extension_member;
pub(crate) mod header_field;
#[cfg(feature = "_openapi")]
pub(crate) mod openapi;

pub use extension_member::ExtensionMember;
pub use header_field::HeaderField;
#[cfg(feature = "_openapi")]
pub use openapi::documented::DocumentedBody;
