//! The contract: a catalog as a committed file, which a test compares with the code.
//!
//! A change that breaks clients fails the test before it ships:
//!
//! ```no_run
//! use status_core::contract;
//! use status_core::describe::Catalog;
//! use status_core::{HttpStatus, StatusTable};
//!
//! #[derive(HttpStatus)]
//! #[status(type_base = "https://shop.example/errors/")]
//! enum OrderError {
//!     /// No order has this number.
//!     #[status(404)]
//!     OrderNotFound,
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> { errors_are_as_published() }
//! # const _: &str = stringify!(
//! #[test]
//! # );
//! fn errors_are_as_published() -> Result<(), Box<dyn std::error::Error>> {
//!     let catalog = Catalog::new("Shop").table(OrderError::TABLE)?;
//!     contract::check("errors.json", &catalog)?;
//!     Ok(())
//! }
//! ```
//!
//! `UPDATE_CONTRACT=1 cargo test` writes the file. Paths are relative to the directory of the
//! package, where Cargo runs tests.
//!
//! # What counts as a change
//!
//! | [impact](Impact) | changes |
//! | --- | --- |
//! | breaking | a table or status is removed; a code, slug, `type` or gRPC code changes; a member or header field is removed, changes its type or its constant value, or is no longer always sent; the detail is no longer sent |
//! | additive | a table, status, member or header field is new; a table can have the statuses of another one; a member or header field is now always sent, or its type has fewer values; the detail is now sent; whether a client may try again changes |
//! | wording | a title, reason, documentation or specification; a Rust name or type that clients do not see |
//!
//! What the catalog does not have is not compared, such as a `body` of your own or `redact` on a
//! `transparent` variant: see [the guide](crate::guide::contract#what-is-not-noticed).
//!
//! The test fails for breaking changes and, unless you [allow](Contract::allow_additive) them, for
//! additive ones. What is allowed and not written to the file is not part of the contract: if it is
//! removed again, the test does not notice.
//!
//! A client sees a status as its `type`, so a status keeps its identity if its variant is renamed or
//! moved to another type, as long as the `type` is the same. Without a `type`, it is the slug. The
//! order of declarations does not matter.

pub(crate) mod change;
pub(crate) mod diff;
mod field_type;
pub(crate) mod file;
mod rust_type;

pub use self::change::{Change, FieldChange, Impact, Kind};
pub use self::diff::diff;
pub use self::file::{Contract, ContractError, check};
