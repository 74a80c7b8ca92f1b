//! What a type's statuses send, as data: for documentation, and for tools that read it.
//!
//! A [`Status`](crate::Status) has [`members`](crate::Status::members) and
//! [`header_fields`](crate::Status::header_fields), which describe what each occurrence adds to it.
#![cfg_attr(
    feature = "catalog",
    doc = "\nA [`Catalog`] has all tables of a service, and [`contract`](crate::contract) compares it with a file."
)]

#[cfg(feature = "catalog")]
mod address;
#[cfg(feature = "catalog")]
mod catalog;
#[cfg(feature = "catalog")]
pub(crate) mod doc;
#[cfg(feature = "catalog")]
mod duplicate;
#[cfg(feature = "catalog")]
mod entry;
#[cfg(feature = "catalog")]
mod example_response;
pub(crate) mod extension_member;
#[cfg(feature = "catalog")]
mod facts;
#[cfg(feature = "catalog")]
mod format;
pub(crate) mod header_field;
#[cfg(feature = "catalog")]
mod html;
#[cfg(feature = "catalog")]
mod layer;
#[cfg(feature = "catalog")]
mod markdown;
#[cfg(feature = "_openapi")]
pub(crate) mod openapi;
#[cfg(feature = "catalog")]
mod read;
#[cfg(feature = "catalog")]
mod site;

#[cfg(feature = "catalog")]
#[cfg_attr(docsrs, doc(cfg(feature = "catalog")))]
pub use self::{
    catalog::Catalog,
    duplicate::DuplicateError,
    entry::{CatalogHeaderField, CatalogMember, CatalogStatus, CatalogTable},
    format::InvalidCatalog,
    layer::CatalogLayer,
    site::WriteError,
};
pub use extension_member::ExtensionMember;
pub use header_field::HeaderField;
#[cfg(feature = "_openapi")]
#[cfg_attr(
    docsrs,
    doc(cfg(any(
        feature = "aide",
        feature = "poem_openapi",
        feature = "salvo_oapi",
        feature = "utoipa"
    )))
)]
pub use openapi::documented::DocumentedBody;
