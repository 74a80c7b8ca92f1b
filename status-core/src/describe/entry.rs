//! The contents of a catalog: tables and statuses, with what each sends.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::extension_member::ExtensionMember;
use super::header_field::HeaderField;
use super::read::{code, grpc, json_value, retry};
use crate::grpc;
use crate::status::Status;
use crate::table::Table;

// `deserialize_with` makes serde require a field even if it is an `Option`: a misspelled key must not
// pass as a value that is missing.

/// A table in a [`Catalog`](super::Catalog).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table")]
#[non_exhaustive]
pub struct CatalogTable {
    /// The name of the type.
    pub name: String,
    /// The path of the module that declares the type.
    pub module: String,
    /// The doc comment of the type.
    pub documentation: String,
    /// What precedes the slug in the `type` of each status.
    #[serde(deserialize_with = "Option::deserialize")]
    pub type_base: Option<String>,
    /// The paths of the types in `transparent` variants: "`shop::errors::StockError`".
    pub delegates: Vec<String>,
    /// The type's own statuses.
    pub statuses: Vec<CatalogStatus>,
}

/// A status in a [`Catalog`](super::Catalog).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a status")]
#[non_exhaustive]
pub struct CatalogStatus {
    /// The name of the variant, row or struct.
    pub name: String,
    /// The status code, 100 to 599.
    #[serde(deserialize_with = "code")]
    pub code: u16,
    /// The reason phrase.
    pub reason: String,
    /// The title of the problem.
    pub title: String,
    /// The problem's `type`. `None` means the same as "about:blank".
    #[serde(rename = "type", deserialize_with = "Option::deserialize")]
    pub type_uri: Option<String>,
    /// The last segment of the `type`.
    pub slug: String,
    /// The doc comment.
    pub documentation: String,
    /// The section that defines the code, if it is registered.
    #[serde(deserialize_with = "Option::deserialize")]
    pub spec: Option<String>,
    /// Whether the problem has a `detail`. A `transparent` variant of another type can withhold it with
    /// `redact`, or replace it with `detail = …`, which the catalog does not have.
    pub exposed: bool,
    /// The name of the gRPC code: "`NOT_FOUND`".
    #[serde(deserialize_with = "grpc")]
    pub grpc: String,
    /// Whether a client may send its request again, as [`Retry`](crate::Retry) displays it: "never",
    /// "idempotent" or "always".
    #[serde(deserialize_with = "retry")]
    pub retry: String,
    /// The extension members.
    pub members: Vec<CatalogMember>,
    /// The header fields.
    pub header_fields: Vec<CatalogHeaderField>,
}

/// An extension member in a [`Catalog`](super::Catalog): see [`ExtensionMember`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a member")]
#[non_exhaustive]
pub struct CatalogMember {
    /// The name.
    pub name: String,
    /// The type of the field that gives the value, or `None` for a constant.
    #[serde(deserialize_with = "Option::deserialize")]
    pub rust_type: Option<String>,
    /// The type of the value in JSON Schema's words, if it is known.
    #[serde(deserialize_with = "Option::deserialize")]
    pub json_type: Option<String>,
    /// Whether the member may be missing.
    pub optional: bool,
    /// The JSON of a constant.
    #[serde(with = "json_value")]
    pub value: Option<String>,
}

/// A header field in a [`Catalog`](super::Catalog): see [`HeaderField`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a header field")]
#[non_exhaustive]
pub struct CatalogHeaderField {
    /// The name, as it is written in the source.
    pub name: String,
    /// The type of the field that gives the value, or `None` for a constant.
    #[serde(deserialize_with = "Option::deserialize")]
    pub rust_type: Option<String>,
    /// Whether the header field may be missing.
    pub optional: bool,
    /// The value of a constant.
    #[serde(deserialize_with = "Option::deserialize")]
    pub value: Option<String>,
}

impl CatalogTable {
    pub(super) fn of(table: &Table) -> Self {
        let mut entry = Self {
            name: table.name.to_owned(),
            module: table.module.to_owned(),
            documentation: table.documentation.to_owned(),
            type_base: table.type_base.map(ToOwned::to_owned),
            delegates: Vec::new(),
            statuses: table.statuses.iter().map(CatalogStatus::of).collect(),
        };
        entry.add_delegates(table);
        entry
    }

    /// Adds the delegates of a table. Two generic types of one name can have different ones.
    pub(super) fn add_delegates(&mut self, table: &Table) {
        for delegate in table.delegates {
            let path = path(delegate.module, delegate.name);
            if !self.delegates.contains(&path) {
                self.delegates.push(path);
            }
        }
    }

    /// Returns the path of the type: "`shop::errors::OrderError`".
    #[must_use]
    pub fn path(&self) -> String {
        path(&self.module, &self.name)
    }

    /// Whether it is one of this crate's tables, whose statuses are the codes themselves.
    pub(super) fn is_canonical(&self) -> bool {
        self.module.starts_with("status_core::canonical::")
    }
}

fn path(module: &str, name: &str) -> String {
    [module, "::", name].concat()
}

impl CatalogStatus {
    pub(super) fn of(status: &Status) -> Self {
        Self {
            name: status.name().to_owned(),
            code: status.code(),
            reason: status.reason().to_owned(),
            title: status.title().to_owned(),
            type_uri: status.type_uri().map(ToOwned::to_owned),
            slug: status.slug().to_owned(),
            documentation: status.documentation().to_owned(),
            spec: status.spec().map(ToOwned::to_owned),
            exposed: status.is_exposed(),
            grpc: grpc::name(status).to_owned(),
            retry: status.retry().to_string(),
            members: status.members().map(CatalogMember::of).collect(),
            header_fields: status.header_fields().iter().map(CatalogHeaderField::of).collect(),
        }
    }
}

impl CatalogMember {
    fn of(member: ExtensionMember) -> Self {
        Self {
            name: member.name().to_owned(),
            rust_type: member.rust_type().map(ToOwned::to_owned),
            json_type: member.json_type().map(ToOwned::to_owned),
            optional: member.is_optional(),
            value: member.value().map(ToOwned::to_owned),
        }
    }
}

impl CatalogHeaderField {
    fn of(field: &HeaderField) -> Self {
        Self {
            name: field.name().to_owned(),
            rust_type: field.rust_type().map(ToOwned::to_owned),
            optional: field.is_optional(),
            value: field.value().map(ToOwned::to_owned),
        }
    }
}
