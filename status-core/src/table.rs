//! `Table`: all statuses of one type. `StatusTable`: a type that has one.

#[cfg(feature = "alloc")]
use alloc::borrow::{Cow, ToOwned};
use core::convert::Infallible;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ptr;

use crate::status::Status;

/// A type whose statuses are all known at compile time.
///
/// [`HttpStatus`](derive@crate::HttpStatus) and [`status_table!`](crate::status_table) implement
/// it. A type with a `dynamic` or `transparent, unlisted` variant does not implement it.
#[diagnostic::on_unimplemented(
    message = "the statuses of `{Self}` are not known at compile time",
    label = "has no status table",
    note = "a type that derives `HttpStatus` has one, unless a variant is `dynamic` or `unlisted`",
    note = "for a field with such a type, write `#[status(transparent, unlisted)]`"
)]
pub trait StatusTable {
    /// The statuses.
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
impl<T: StatusTable + ?Sized> StatusTable for alloc::rc::Rc<T> {
    const TABLE: &'static Table = T::TABLE;
}

#[cfg(feature = "alloc")]
impl<T: StatusTable + ?Sized> StatusTable for alloc::sync::Arc<T> {
    const TABLE: &'static Table = T::TABLE;
}

#[cfg(feature = "alloc")]
impl<T: StatusTable + ToOwned + ?Sized> StatusTable for Cow<'_, T> {
    const TABLE: &'static Table = T::TABLE;
}

/// The table is empty, because `Infallible` has no values.
impl StatusTable for Infallible {
    const TABLE: &'static Table = {
        static TABLE: Table = Table {
            module: "core::convert",
            name: "Infallible",
            documentation: "An error that cannot occur.",
            type_base: None,
            statuses: &[],
            delegates: &[],
        };
        &TABLE
    };
}

/// All statuses of one type, in declaration order, and the tables of the types it delegates to.
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
    pub(crate) module: &'static str,
    pub(crate) name: &'static str,
    pub(crate) documentation: &'static str,
    pub(crate) type_base: Option<&'static str>,
    pub(crate) statuses: &'static [Status],
    pub(crate) delegates: &'static [&'static Table],
}

impl Table {
    /// Returns the name of the type.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the doc comment of the type.
    #[must_use]
    pub const fn documentation(&self) -> &'static str {
        self.documentation
    }

    /// Returns what precedes the slug in the `type` URI of each status, as written with
    /// `type_base = "…"`. Returns `None` if there is no `type_base`, in which case problems have no
    /// `type` (RFC 9457 §4.2.1).
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

    /// Returns the type's own statuses, in declaration order.
    #[must_use]
    pub const fn statuses(&self) -> &'static [Status] {
        self.statuses
    }

    /// Returns the tables of the types in `transparent` variants, in declaration order.
    ///
    /// ```
    /// use status_core::{HttpStatus, ServerError, StatusTable};
    ///
    /// #[derive(HttpStatus)]
    /// enum OrderError {
    ///     /// No order has this number.
    ///     #[status(404)]
    ///     OrderNotFound,
    ///     #[status(transparent)]
    ///     Server(ServerError),
    /// }
    ///
    /// assert_eq!(OrderError::TABLE.statuses().len(), 1);
    /// assert_eq!(OrderError::TABLE.delegates(), [ServerError::TABLE]);
    /// ```
    #[must_use]
    pub const fn delegates(&self) -> &'static [&'static Table] {
        self.delegates
    }

    /// Returns all statuses that a value of the type can have: its own, then those of each table it
    /// delegates to, recursively. If two variants delegate to the same table, its statuses are
    /// returned twice.
    ///
    /// ```
    /// use status_core::{HttpStatus, ServerError, StatusTable};
    ///
    /// #[derive(HttpStatus)]
    /// enum OrderError {
    ///     /// No order has this number.
    ///     #[status(404)]
    ///     OrderNotFound,
    ///     #[status(transparent)]
    ///     Server(ServerError),
    /// }
    ///
    /// let codes: Vec<u16> = OrderError::TABLE.iter().map(|status| status.code()).collect();
    /// assert_eq!(codes[..3], [404, 500, 501]);
    /// ```
    #[must_use]
    pub const fn iter(&'static self) -> Statuses {
        Statuses { table: self, next: 0 }
    }

    /// Returns the status whose problems have this `type` ([`Status::type_uri`]).
    ///
    /// Returns `None` if there is no such status, and for "about:blank". The types are compared as
    /// they are. To find the status of a problem that a client received, whose type may have been
    /// resolved, use `table.iter().find(|status| problem.is(status))`.
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

    /// The number of statuses that `iter` returns.
    fn count(&self) -> usize {
        let delegates = self.delegates.iter().map(|delegate| delegate.count());
        self.statuses.len() + delegates.sum::<usize>()
    }

    /// The status at `index` in the order of `iter`, or how far the index is past the end.
    fn nth(&'static self, index: usize) -> Result<&'static Status, usize> {
        if let Some(status) = self.statuses.get(index) {
            return Ok(status);
        }
        let mut rest = index - self.statuses.len();
        for delegate in self.delegates {
            match delegate.nth(rest) {
                Ok(status) => return Ok(status),
                Err(past) => rest = past,
            }
        }
        Err(rest)
    }
}

/// A table is equal only to itself: it identifies its type.
impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

impl Eq for Table {}

impl Hash for Table {
    fn hash<H: Hasher>(&self, state: &mut H) {
        ptr::hash(self, state);
    }
}

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

/// The statuses of a table and of all tables it delegates to.
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

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.table.count() - self.next;
        (left, Some(left))
    }
}

impl core::iter::FusedIterator for Statuses {}
