//! `Catalog`: all tables of a service.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::duplicate::{self, DuplicateError};
use super::entry::CatalogTable;
use crate::table::Table;

/// All errors of a service: its tables, with everything that each status sends.
///
/// A catalog is [JSON](Self::json) for programs, [Markdown](Self::markdown) or
/// [HTML](Self::write_to) for people, the [contract](crate::contract) that a test compares, and the
/// [pages](super::CatalogLayer) behind `type`.
///
/// ```
/// use status_core::describe::Catalog;
/// use status_core::{HttpStatus, StatusTable};
///
/// #[derive(HttpStatus)]
/// #[status(type_base = "https://shop.example/errors/")]
/// enum OrderError {
///     /// No order has this number.
///     #[status(404)]
///     OrderNotFound,
/// }
///
/// let catalog = Catalog::new("Shop").table(OrderError::TABLE)?;
/// assert_eq!(catalog.tables()[0].statuses[0].slug, "order-not-found");
/// assert!(catalog.markdown().contains("### 404 No order has this number."));
/// # Ok::<(), status_core::describe::DuplicateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    pub(super) name: String,
    pub(super) tables: Vec<CatalogTable>,
}

impl Catalog {
    /// Creates a catalog without tables. The name is that of the service.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), tables: Vec::new() }
    }

    /// Adds a table and all tables it delegates to. A table that is already in the catalog is not
    /// added again.
    ///
    /// # Errors
    ///
    /// Returns an error if two statuses of different types have the same `type`. Without a `type`,
    /// the slug identifies a status: two statuses can share it only if they have the same code and
    /// title. The slugs of the canonical tables do not count, because they are never sent.
    pub fn table(mut self, table: &'static Table) -> Result<Self, DuplicateError> {
        self.add(table, &mut Vec::new())?;
        duplicate::check(&self.tables)?;
        Ok(self)
    }

    /// `visited` has the tables that have been added by this call: one can be reached in many ways.
    fn add(
        &mut self,
        table: &'static Table,
        visited: &mut Vec<&'static Table>,
    ) -> Result<(), DuplicateError> {
        if visited.contains(&table) {
            return Ok(());
        }
        visited.push(table);
        let added = CatalogTable::of(table);
        match self.tables.iter_mut().find(|other| other.path() == added.path()) {
            Some(other) if other.statuses != added.statuses => {
                return Err(DuplicateError::table(&added));
            }
            Some(other) => other.add_delegates(table),
            None => self.tables.push(added),
        }
        table.delegates.iter().try_for_each(|delegate| self.add(delegate, visited))
    }

    /// Returns the name of the service.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the tables, in the order in which they were added. Each is followed by those it
    /// delegates to.
    #[must_use]
    pub fn tables(&self) -> &[CatalogTable] {
        &self.tables
    }
}
