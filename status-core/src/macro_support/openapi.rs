//! What the calls of OpenAPI tools need.

use core::marker::PhantomData;

use crate::describe::openapi::documented::{Documented, Statuses, Tool};
use crate::table::Table;

/// The type of a `transparent` field. An inherent function takes precedence over a trait's, and does
/// not apply if its bound is not met.
pub struct DocumentOf<D: ?Sized, T>(PhantomData<T>, PhantomData<D>);

impl<T: Tool, D: Documented<T> + ?Sized> DocumentOf<D, T> {
    /// Adds what the type documents.
    pub fn add(statuses: &mut Statuses<'_, T>, _table: &'static Table) {
        D::document(statuses);
    }
}

/// The fallback of [`DocumentOf`].
pub trait NotDocumented<T: Tool> {
    /// Adds what the type's table says.
    fn add(statuses: &mut Statuses<'_, T>, table: &'static Table) {
        statuses.table(table);
    }
}

impl<T: Tool, D: ?Sized> NotDocumented<T> for DocumentOf<D, T> {}
