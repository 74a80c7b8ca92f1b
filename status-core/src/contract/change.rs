//! `Change`: one difference between two catalogs, and what it means to clients.

use alloc::string::String;
use core::fmt;

/// What a change means to clients. The lowest is the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Impact {
    /// A client that relied on the old catalog can fail.
    Breaking,
    /// Every client keeps working, and the new catalog promises more.
    Additive,
    /// Only people see it.
    Wording,
}

/// In lower case: "breaking".
impl fmt::Display for Impact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Wording => "wording",
        })
    }
}

/// A difference between two catalogs. See [`diff`](super::diff).
///
/// Its `Display` is a line of Markdown: "`OrderError::SoldOut`: the code changed from 409 to 410".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub(super) table: Option<String>,
    pub(super) status: Option<String>,
    pub(super) kind: Kind,
}

/// What has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// The name of the catalog.
    CatalogRenamed {
        /// The old name.
        old: String,
        /// The new name.
        new: String,
    },
    /// The table is gone, with at least one of its statuses.
    TableRemoved,
    /// The table is new, with at least one new status.
    TableAdded,
    /// The doc comment of the table.
    TableDocumentation,
    /// The table can also have the statuses of another one that was already there.
    DelegateAdded {
        /// The name of the other table.
        name: String,
    },
    /// The table can no longer have the statuses of another one, which is still there.
    DelegateRemoved {
        /// The name of the other table.
        name: String,
    },
    /// The status is gone.
    StatusRemoved {
        /// Its code.
        code: u16,
        /// Its slug.
        slug: String,
        /// The name of a new status of the same table that has its code. It may have been renamed.
        similar: Option<String>,
    },
    /// The status is new.
    StatusAdded {
        /// Its code.
        code: u16,
    },
    /// The name of the variant, row or struct. Clients do not see it.
    StatusRenamed {
        /// The new name.
        new: String,
    },
    /// The status is in another table. Clients do not see it.
    StatusMoved {
        /// The name of the other table.
        new: String,
    },
    /// The status code.
    Code {
        /// The old code.
        old: u16,
        /// The new code.
        new: u16,
    },
    /// The slug, if the `type` is the same.
    Slug {
        /// The old slug.
        old: String,
        /// The new slug.
        new: String,
    },
    /// The `type`. `None` means the same as "about:blank".
    Type {
        /// The old `type`.
        old: Option<String>,
        /// The new `type`.
        new: Option<String>,
    },
    /// The gRPC code.
    Grpc {
        /// The old code.
        old: String,
        /// The new code.
        new: String,
    },
    /// The detail is no longer sent.
    DetailRemoved,
    /// The detail is now sent.
    DetailAdded,
    /// The title.
    Title {
        /// The old title.
        old: String,
        /// The new title.
        new: String,
    },
    /// The reason phrase.
    Reason {
        /// The old reason.
        old: String,
        /// The new reason.
        new: String,
    },
    /// The doc comment of the status.
    Documentation,
    /// The specification of the code.
    Specification,
    /// Whether a client may try again.
    Retry {
        /// The old value: "never", "idempotent" or "always".
        old: String,
        /// The new value.
        new: String,
    },
    /// An extension member.
    Member {
        /// The name of the member.
        name: String,
        /// What has changed.
        change: FieldChange,
    },
    /// A header field.
    HeaderField {
        /// The name of the header field.
        name: String,
        /// What has changed.
        change: FieldChange,
    },
}

/// What has changed in a member or header field.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldChange {
    /// It is gone.
    Removed,
    /// It is new.
    Added,
    /// It was always sent, and may now be missing.
    Optional,
    /// It could be missing, and is now always sent.
    Required,
    /// It can have values that it could not have before.
    Type {
        /// The old type.
        old: String,
        /// The new type.
        new: String,
    },
    /// It has the same values as before, or fewer.
    NarrowerType {
        /// The old type.
        old: String,
        /// The new type.
        new: String,
    },
    /// The Rust type is another one, and clients read what is sent in the same way.
    SameType {
        /// The old type.
        old: String,
        /// The new type.
        new: String,
    },
    /// It had the same value in every response, and has another one now. `None` if the value now
    /// differs between responses.
    Value {
        /// The old value.
        old: String,
        /// The new value.
        new: Option<String>,
    },
    /// Its value differed between responses, and is now the same in each.
    Constant {
        /// The value.
        value: String,
    },
}

impl Change {
    /// Returns what the change means to clients.
    #[must_use]
    pub const fn impact(&self) -> Impact {
        self.kind.impact()
    }

    /// Returns the name of the table, or its path if there are several of that name. `None` if the
    /// catalog itself has changed.
    #[must_use]
    pub fn table(&self) -> Option<&str> {
        self.table.as_deref()
    }

    /// Returns the name of the status, or `None` if the table itself has changed.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.status.as_deref()
    }

    /// Returns what has changed.
    #[must_use]
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }
}

impl Kind {
    /// Returns what such a change means to clients.
    #[must_use]
    pub const fn impact(&self) -> Impact {
        match self {
            Self::TableRemoved
            | Self::StatusRemoved { .. }
            | Self::Code { .. }
            | Self::Slug { .. }
            | Self::Type { .. }
            | Self::Grpc { .. }
            | Self::DetailRemoved => Impact::Breaking,
            Self::TableAdded
            | Self::DelegateAdded { .. }
            | Self::StatusAdded { .. }
            | Self::DetailAdded
            | Self::Retry { .. } => Impact::Additive,
            Self::CatalogRenamed { .. }
            | Self::TableDocumentation
            | Self::DelegateRemoved { .. }
            | Self::StatusRenamed { .. }
            | Self::StatusMoved { .. }
            | Self::Title { .. }
            | Self::Reason { .. }
            | Self::Documentation
            | Self::Specification => Impact::Wording,
            Self::Member { change, .. } | Self::HeaderField { change, .. } => change.impact(),
        }
    }
}

impl FieldChange {
    /// Returns what such a change means to clients.
    #[must_use]
    pub const fn impact(&self) -> Impact {
        match self {
            Self::Removed | Self::Optional | Self::Type { .. } | Self::Value { .. } => {
                Impact::Breaking
            }
            // The last three are fine for every client. They are not wording, because a file that does
            // not have them would let a later change take them back.
            Self::Added | Self::Required | Self::NarrowerType { .. } | Self::Constant { .. } => {
                Impact::Additive
            }
            Self::SameType { .. } => Impact::Wording,
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.table, &self.status) {
            (Some(table), Some(status)) => write!(f, "`{table}::{status}`: ")?,
            (Some(table), None) => write!(f, "`{table}`: ")?,
            (None, _) => {}
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CatalogRenamed { old, new } => {
                write!(f, "the name of the catalog changed from {old:?} to {new:?}")
            }
            Self::TableRemoved => f.write_str("the table was removed"),
            Self::TableAdded => f.write_str("the table is new"),
            Self::TableDocumentation | Self::Documentation => {
                f.write_str("the documentation has changed")
            }
            Self::DelegateAdded { name } => write!(f, "it now has the statuses of `{name}`"),
            Self::DelegateRemoved { name } => {
                write!(f, "it no longer has the statuses of `{name}`")
            }
            Self::StatusRemoved { code, slug, similar } => {
                write!(f, "the status was removed ({code})")?;
                match similar {
                    Some(new) => {
                        write!(f, "; if it is now called `{new}`, add `slug = {slug:?}` to it")
                    }
                    None => Ok(()),
                }
            }
            Self::StatusAdded { code } => write!(f, "the status is new ({code})"),
            Self::StatusRenamed { new } => write!(f, "the status is now called `{new}`"),
            Self::StatusMoved { new } => write!(f, "the status is now in `{new}`"),
            Self::Code { old, new } => write!(f, "the code changed from {old} to {new}"),
            Self::Slug { old, new } => write!(f, "the slug changed from {old:?} to {new:?}"),
            Self::Type { old, new } => {
                let shown = |uri: &Option<String>| uri.clone().unwrap_or("about:blank".into());
                write!(f, "the `type` changed from {} to {}", shown(old), shown(new))
            }
            Self::Grpc { old, new } => write!(f, "the gRPC code changed from {old} to {new}"),
            Self::DetailRemoved => f.write_str("the detail is no longer sent"),
            Self::DetailAdded => f.write_str("the detail is now sent"),
            Self::Title { old, new } => write!(f, "the title changed from {old:?} to {new:?}"),
            Self::Reason { old, new } => write!(f, "the reason changed from {old:?} to {new:?}"),
            Self::Specification => f.write_str("the specification of the code has changed"),
            Self::Retry { old, new } => {
                write!(f, "whether a client may try again changed from \"{old}\" to \"{new}\"")
            }
            Self::Member { name, change } => write!(f, "the member `{name}` {change}"),
            Self::HeaderField { name, change } => write!(f, "the header field `{name}` {change}"),
        }
    }
}

/// Follows the name of the member or header field.
impl fmt::Display for FieldChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Removed => f.write_str("was removed"),
            Self::Added => f.write_str("is new"),
            Self::Optional => f.write_str("is no longer always sent"),
            Self::Required => f.write_str("is now always sent"),
            Self::Type { old, new } => write!(f, "changed from {old} to {new}"),
            Self::NarrowerType { old, new } => {
                write!(f, "changed from {old} to {new}, which has fewer values")
            }
            Self::SameType { old, new } => {
                write!(f, "changed from {old} to {new}, which clients read the same way")
            }
            Self::Value { old, new: Some(new) } => {
                write!(f, "was always {old}, and is now always {new}")
            }
            Self::Value { old, new: None } => write!(f, "is no longer always {old}"),
            Self::Constant { value } => write!(f, "is now always {value}"),
        }
    }
}
