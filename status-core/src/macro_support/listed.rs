//! The table of a `transparent` field.
//!
//! A type without a status has no table either. These make rustc report only the first, whose advice
//! is the right one.

use core::convert::Infallible;
use core::marker::PhantomData;

use crate::http_status::HttpStatus;
use crate::table::{StatusTable, Table};

/// The type of a field. An inherent constant takes precedence over a trait's, and does not apply if
/// its bound is not met.
pub struct DelegateField<T: ?Sized>(PhantomData<T>);

impl<T: HttpStatus + ?Sized> DelegateField<T> {
    /// The type has a status.
    pub const DELEGATE: WithStatus<T> = WithStatus(PhantomData);
}

/// The fallback of [`DelegateField`].
pub trait NoStatus {
    /// The type has no status, which is reported elsewhere.
    const DELEGATE: WithoutStatus = WithoutStatus;
}

impl<T: ?Sized> NoStatus for DelegateField<T> {}

/// See [`DelegateField::DELEGATE`].
pub struct WithStatus<T: ?Sized>(PhantomData<T>);

/// See [`NoStatus::DELEGATE`].
pub struct WithoutStatus;

impl<T: ?Sized> WithStatus<T> {
    /// The type's table, which it must have.
    #[expect(clippy::unused_self, reason = "its type is the result of the choice above")]
    pub const fn table(self) -> &'static Table
    where
        T: StatusTable,
    {
        T::TABLE
    }
}

impl WithoutStatus {
    /// An empty table.
    #[expect(clippy::unused_self, reason = "its type is the result of the choice above")]
    pub const fn table(self) -> &'static Table {
        <Infallible as StatusTable>::TABLE
    }
}
