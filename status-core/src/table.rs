//! `Table`, all statuses of one type, and `StatusTable`, which leads to it.

use core::fmt;
use core::ptr;

use crate::Status;

/// A type whose statuses are all known.
///
/// [`HttpStatus`](derive@crate::HttpStatus) and [`status_table!`](crate::status_table) write it. A type with a
/// `dynamic` variant, or with one that is `transparent, unlisted`, has none.
#[diagnostic::on_unimplemented(
    message = "the statuses of `{Self}` are not known at compile time",
    label = "has no table of its statuses",
    note = "a type that derives `HttpStatus` has one, unless a variant is `dynamic` or `unlisted`",
    note = "where a variant holds it, write `#[status(transparent, unlisted)]` there"
)]
pub trait StatusTable {
    /// All of them.
    const TABLE: &'static Table;
}

impl<T: StatusTable + ?Sized> StatusTable for &T {
    const TABLE: &'static Table = T::TABLE;
}

#[cfg(feature = "alloc")]
impl<T: StatusTable + ?Sized> StatusTable for alloc::boxed::Box<T> {
    const TABLE: &'static Table = T::TABLE;
}

#[cfg(feature = "alloc")]
impl<T: StatusTable + ?Sized> StatusTable for alloc::sync::Arc<T> {
    const TABLE: &'static Table = T::TABLE;
}

/// All statuses of one type, in the order of their declaration, and the tables of the types that it
/// hands over to.
///
/// ```
/// use status_core::{ServerError, StatusTable};
///
/// let table = ServerError::TABLE;
/// assert_eq!(table.name(), "ServerError");
/// assert_eq!(table.statuses().len(), 11);
/// assert!(table.iter().all(|status| status.code() >= 500));
/// ```
pub struct Table {
    pub(crate) name: &'static str,
    pub(crate) documentation: &'static str,
    pub(crate) type_base: Option<&'static str>,
    pub(crate) statuses: &'static [Status],
    pub(crate) delegates: &'static [&'static Table],
}

impl Table {
    /// The name of the type.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The doc comment of the type.
    #[must_use]
    pub const fn documentation(&self) -> &'static str {
        self.documentation
    }

    /// What precedes the slug in the `type` URI of each status, as written with `type_base = "…"`.
    /// `None` if the type has none: its problems have no `type` (RFC 9457 §4.2.1).
    ///
    /// ```
    /// use status_core::{ClientError, StatusTable};
    ///
    /// assert_eq!(ClientError::TABLE.type_base(), None);
    /// ```
    #[must_use]
    pub const fn type_base(&self) -> Option<&'static str> {
        self.type_base
    }

    /// The type's own statuses, in the order of their declaration.
    #[must_use]
    pub const fn statuses(&self) -> &'static [Status] {
        self.statuses
    }

    /// The tables of the types that its `transparent` variants hold, in the order of declaration.
    #[must_use]
    pub const fn delegates(&self) -> &'static [&'static Table] {
        self.delegates
    }

    /// All statuses that a value of the type can have: its own, then those of each table that it
    /// delegates to, and so on. A table that is reached on two ways is gone through twice.
    #[must_use]
    pub const fn iter(&'static self) -> Statuses {
        Statuses { table: self, next: 0 }
    }

    /// The status whose problems have this `type` ([`Status::type_uri`]): from what a client reads back
    /// to the row of the variant. `None` for one that is not in the table, and for "about:blank".
    ///
    /// ```
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
    /// let status = OrderError::TABLE.find("https://shop.example/errors/order-not-found").unwrap();
    /// assert_eq!(status.name(), "OrderNotFound");
    /// ```
    #[must_use]
    pub fn find(&'static self, type_uri: &str) -> Option<&'static Status> {
        self.iter().find(|status| status.type_uri() == Some(type_uri))
    }

    /// The status at `index` in the order of `iter`, or by how many the index lies beyond the end.
    fn nth(&'static self, index: usize) -> Result<&'static Status, usize> {
        if let Some(status) = self.statuses.get(index) {
            return Ok(status);
        }
        let mut beyond = index - self.statuses.len();
        for delegate in self.delegates {
            match delegate.nth(beyond) {
                Ok(status) => return Ok(status),
                Err(rest) => beyond = rest,
            }
        }
        Err(beyond)
    }
}

/// A table is equal to itself alone: it stands for its type.
impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

impl Eq for Table {}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("name", &self.name)
            .field("statuses", &self.statuses)
            .field("delegates", &self.delegates)
            .finish_non_exhaustive()
    }
}

impl IntoIterator for &'static Table {
    type Item = &'static Status;
    type IntoIter = Statuses;

    fn into_iter(self) -> Statuses {
        self.iter()
    }
}

/// The statuses of a table and of all that it delegates to.
///
/// See [`Table::iter`].
#[derive(Clone, Debug)]
pub struct Statuses {
    table: &'static Table,
    next: usize,
}

impl Iterator for Statuses {
    type Item = &'static Status;

    fn next(&mut self) -> Option<&'static Status> {
        let status = self.table.nth(self.next).ok()?;
        self.next += 1;
        Some(status)
    }
}

impl core::iter::FusedIterator for Statuses {}
