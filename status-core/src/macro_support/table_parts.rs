//! Constructors for rows and tables.

use crate::row::{Exposure, Row};
use crate::status::Status;
use crate::table::Table;

/// Returns the status of each row.
///
/// # Panics
///
/// Panics if a code is outside 100..=599. Code that builds responses relies on this check.
#[must_use]
pub const fn statuses<const COUNT: usize>(rows: &'static [Row; COUNT]) -> [Status; COUNT] {
    let mut statuses = [Status { code: 0, exposure: Exposure::Redacted, row: &Row::EMPTY }; COUNT];
    let mut at = 0;
    while at < COUNT {
        statuses[at] = rows[at].status();
        at += 1;
    }
    statuses
}

impl Row {
    /// Returns the status of this row.
    ///
    /// # Panics
    ///
    /// Panics like [`statuses`].
    #[must_use]
    pub const fn status(&'static self) -> Status {
        assert!(self.code >= 100 && self.code < 600, "a status code is in 100..=599");
        Status { code: self.code, exposure: self.exposure(), row: self }
    }
}

/// The parts of a table, as generated code writes them.
pub struct TableParts {
    /// The path of the module that declares the type.
    pub module: &'static str,
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
    /// Creates the table.
    #[must_use]
    pub const fn table(self) -> Table {
        let Self { module, name, documentation, type_base, statuses, delegates } = self;
        Table { module, name, documentation, type_base, statuses, delegates }
    }
}
