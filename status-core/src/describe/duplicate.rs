//! Checks that no two statuses of a catalog have the same `type` or slug.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use super::entry::{CatalogStatus, CatalogTable};

/// Two statuses of a catalog cannot be told apart, or two types have the same path.
///
/// ```
/// use status_core::describe::Catalog;
/// use status_core::{HttpStatus, StatusTable};
///
/// #[derive(HttpStatus)]
/// #[status(type_base = "/errors/")]
/// enum OrderError {
///     /// No order has this number.
///     #[status(404)]
///     NotFound,
/// }
///
/// #[derive(HttpStatus)]
/// #[status(type_base = "/errors/")]
/// enum ItemError {
///     /// No item has this name.
///     #[status(404)]
///     NotFound,
/// }
///
/// let catalog = Catalog::new("Shop").table(OrderError::TABLE)?;
/// assert_eq!(
///     catalog.table(ItemError::TABLE).unwrap_err().to_string(),
///     "`OrderError::NotFound` and `ItemError::NotFound` have the same type: /errors/not-found",
/// );
/// # Ok::<(), status_core::describe::DuplicateError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DuplicateError {
    message: String,
}

/// For a person: a test that returns the error prints this.
impl fmt::Debug for DuplicateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}\ngive one of them another `type_base`, slug or name")
    }
}

impl DuplicateError {
    pub(super) fn table(table: &CatalogTable) -> Self {
        let path = table.path();
        Self { message: format!("two types with different statuses are called `{path}`") }
    }

    fn statuses(earlier: Entry<'_>, later: Entry<'_>, what: &str) -> Self {
        let is_ambiguous = earlier.table.name == later.table.name;
        let label = |Entry { table, status }: Entry<'_>| {
            let table = if is_ambiguous { table.path() } else { table.name.clone() };
            format!("`{table}::{}`", status.name)
        };
        Self { message: format!("{} and {} have the same {what}", label(earlier), label(later)) }
    }
}

impl fmt::Display for DuplicateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for DuplicateError {}

#[derive(Clone, Copy)]
struct Entry<'a> {
    table: &'a CatalogTable,
    status: &'a CatalogStatus,
}

/// Compares all statuses.
pub(super) fn check(tables: &[CatalogTable]) -> Result<(), DuplicateError> {
    let mut types: BTreeMap<&str, Entry<'_>> = BTreeMap::new();
    let mut slugs: BTreeMap<&str, Entry<'_>> = BTreeMap::new();
    for table in tables {
        for status in &table.statuses {
            let entry = Entry { table, status };
            let (seen, key) = match &status.type_uri {
                Some(uri) => (&mut types, uri.as_str()),
                None if table.is_canonical() => continue,
                None => (&mut slugs, status.slug.as_str()),
            };
            let Some(earlier) = seen.get(key).copied() else {
                seen.insert(key, entry);
                continue;
            };
            let is_one_kind =
                earlier.status.code == status.code && earlier.status.title == status.title;
            let of_one_table = core::ptr::eq(earlier.table, table);
            // As the `duplicate` rule has it: a `type` is one kind of problem, of one Rust type. Codes
            // without a `type` are published by services, which share them freely.
            let may_share = match &status.type_uri {
                Some(_) => of_one_table && is_one_kind,
                None => of_one_table || is_one_kind,
            };
            if !may_share {
                let what = match &status.type_uri {
                    Some(uri) => format!("type: {uri}"),
                    None => format!("slug and no type: {key}"),
                };
                return Err(DuplicateError::statuses(earlier, entry, &what));
            }
        }
    }
    Ok(())
}

/// Checks what the compiler checks for tables of this program: each path is that of one table, and
/// each name that of one of its statuses.
pub(super) fn check_names(tables: &[CatalogTable]) -> Result<(), DuplicateError> {
    let mut paths = BTreeSet::new();
    for table in tables {
        let path = table.path();
        if !paths.insert(path.clone()) {
            return Err(DuplicateError { message: format!("two tables are called `{path}`") });
        }
        let mut names = BTreeSet::new();
        for status in &table.statuses {
            if !names.insert(&status.name) {
                let name = &status.name;
                let message = format!("two statuses of `{path}` are called `{name}`");
                return Err(DuplicateError { message });
            }
        }
    }
    Ok(())
}
