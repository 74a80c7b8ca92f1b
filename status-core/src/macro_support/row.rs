//! The parts of a row and of a table, by name.

use crate::status::Status;
use crate::table::Table;

/// One row, as generated code writes it.
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
    /// The gRPC code, 1 to 16, if it is not derived from the HTTP code.
    pub grpc: Option<u8>,
}

impl Row {
    /// The status that the row describes.
    ///
    /// # Panics
    ///
    /// If the code is outside 100..=599. Responses are built from a status without checking again.
    #[must_use]
    pub const fn status(self) -> Status {
        assert!(self.code >= 100 && self.code < 600, "a status code lies in 100..=599");
        Status {
            code: self.code,
            exposed: self.exposed,
            grpc: self.grpc,
            name: self.name,
            slug: self.slug,
            reason: self.reason,
            documentation: self.documentation,
            title: self.title,
            type_uri: self.type_uri,
            body: self.body,
        }
    }
}

/// The parts of a table, as generated code writes them.
pub struct TableParts {
    /// The name of the type.
    pub name: &'static str,
    /// The doc comment of the type.
    pub documentation: &'static str,
    /// What precedes the slug in each `type` URI.
    pub type_base: Option<&'static str>,
    /// The type's own statuses, in declaration order.
    pub statuses: &'static [Status],
    /// The tables of the types that its variants delegate to.
    pub delegates: &'static [&'static Table],
}

impl TableParts {
    /// The table with these parts.
    #[must_use]
    pub const fn table(self) -> Table {
        let Self { name, documentation, type_base, statuses, delegates } = self;
        Table { name, documentation, type_base, statuses, delegates }
    }
}
