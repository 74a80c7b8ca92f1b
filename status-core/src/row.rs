//! `Row`: the data of a status, as generated code writes it.

use crate::describe::extension_member::FieldMember;
use crate::describe::header_field::HeaderField;
use crate::retry::Retry;

/// The data of a status. A table stores its rows next to its statuses: see
/// [`Status`](crate::Status).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The status code, 100 to 599.
    pub code: u16,
    /// The name of the variant.
    pub name: &'static str,
    /// The last segment of the `type` URI.
    pub slug: &'static str,
    /// The reason phrase.
    pub reason: &'static str,
    /// The doc comment.
    pub documentation: &'static str,
    /// The title of the problem.
    pub title: &'static str,
    /// The `type` URI: the table's `type_base` and the slug.
    pub type_uri: Option<&'static str>,
    /// The JSON of the problem if the occurrence adds nothing to it.
    pub body: &'static str,
    /// Whether `Display` is sent as the `detail`.
    pub exposed: bool,
    /// What only a few rows have. As separate fields, these would make each row about 10% slower to
    /// compile.
    pub extras: Option<&'static Extras>,
}

/// See [`Row::extras`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Extras {
    /// Whether the occurrence has a detail of its own, which is sent instead of `Display`.
    pub has_detail: bool,
    /// The gRPC code, 1 to 16, if it is not derived from the HTTP code.
    pub grpc: Option<u8>,
    /// The domain of the type in gRPC, if it is not that of the `type`.
    pub grpc_domain: Option<&'static str>,
    /// What the variant says about trying again.
    pub retry: Option<Retry>,
    /// The name and JSON of each member that is the same in every occurrence.
    pub constants: &'static [(&'static str, &'static str)],
    /// The members that fields give.
    pub members: &'static [FieldMember],
    /// The header fields.
    pub header_fields: &'static [HeaderField],
}

/// What is sent as the `detail` of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// Nothing.
    Redacted,
    /// The error's message.
    Message,
    /// A detail that the occurrence gives instead of the message.
    Detail,
}

impl Row {
    pub(crate) const fn exposure(&self) -> Exposure {
        match self.extras {
            Some(Extras { has_detail: true, .. }) => Exposure::Detail,
            _ if self.exposed => Exposure::Message,
            _ => Exposure::Redacted,
        }
    }

    pub(crate) const fn grpc(&self) -> Option<u8> {
        match self.extras {
            Some(extras) => extras.grpc,
            None => None,
        }
    }

    #[cfg(feature = "tonic")]
    pub(crate) const fn grpc_domain(&self) -> Option<&'static str> {
        match self.extras {
            Some(extras) => extras.grpc_domain,
            None => None,
        }
    }

    pub(crate) const fn retry(&self) -> Option<Retry> {
        match self.extras {
            Some(extras) => extras.retry,
            None => None,
        }
    }

    pub(crate) const fn constants(&self) -> &'static [(&'static str, &'static str)] {
        match self.extras {
            Some(extras) => extras.constants,
            None => &[],
        }
    }

    pub(crate) const fn members(&self) -> &'static [FieldMember] {
        match self.extras {
            Some(extras) => extras.members,
            None => &[],
        }
    }

    pub(crate) const fn header_fields(&self) -> &'static [HeaderField] {
        match self.extras {
            Some(extras) => extras.header_fields,
            None => &[],
        }
    }

    /// Without a name. Its code is not valid, and must be set before a status is created from it.
    pub(crate) const EMPTY: Self = Self {
        code: 0,
        name: "",
        slug: "",
        reason: "",
        documentation: "",
        title: "",
        type_uri: None,
        body: "",
        exposed: false,
        extras: None,
    };
}
