//! Compares two catalogs.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use super::change::{Change, FieldChange, Kind};
use super::field_type::{compare_header_fields, compare_members};
use crate::describe::{Catalog, CatalogHeaderField, CatalogMember, CatalogStatus, CatalogTable};

/// Returns the changes from one catalog to another: breaking ones first, then additive ones, then
/// wording. Empty if nothing has changed but the order of declarations.
///
/// ```
/// use status_core::contract::{Impact, diff};
/// use status_core::describe::Catalog;
/// use status_core::{HttpStatus, StatusTable};
///
/// mod old {
///     /// Why an order fails.
///     #[derive(status_core::HttpStatus)]
///     #[status(409, slug = "sold-out", type_base = "/errors/")]
///     pub struct SoldOut;
/// }
/// mod new {
///     /// Why an order fails.
///     #[derive(status_core::HttpStatus)]
///     #[status(410, slug = "sold-out", type_base = "/errors/")]
///     pub struct SoldOut;
/// }
///
/// let old = Catalog::new("Shop").table(old::SoldOut::TABLE)?;
/// let new = Catalog::new("Shop").table(new::SoldOut::TABLE)?;
/// let changes = diff(&old, &new);
/// assert_eq!(changes[0].impact(), Impact::Breaking);
/// assert_eq!(changes[0].to_string(), "`SoldOut::SoldOut`: the code changed from 409 to 410");
/// # Ok::<(), status_core::describe::DuplicateError>(())
/// ```
#[must_use]
pub fn diff(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let (before, after) = (Side::of(old), Side::of(new));
    let tables = match_tables(&before, &after);
    let pairs = match_statuses(&before, &after, &tables);
    let mut changes = Vec::new();
    if old.name() != new.name() {
        let (old, new) = (old.name().into(), new.name().into());
        let kind = Kind::CatalogRenamed { old, new };
        changes.push(Change { table: None, status: None, kind });
    }
    compare_tables(&before, &after, &tables, &pairs, &mut changes);
    for &(earlier, later) in &pairs {
        let label = before.label(earlier.table);
        let mut add = |kind| {
            let (table, status) = (Some(label.clone()), Some(earlier.status.name.clone()));
            changes.push(Change { table, status, kind });
        };
        if earlier.status.name != later.status.name {
            add(Kind::StatusRenamed { new: later.status.name.clone() });
        }
        if !are_paired(&tables, earlier.table, later.table) {
            add(Kind::StatusMoved { new: after.label(later.table) });
        }
        compare_statuses(earlier.status, later.status, &mut add);
    }
    // The order of declarations is not part of the result.
    let key = |it: &Change| (it.impact(), it.table.clone(), it.status.clone(), it.kind.to_string());
    changes.sort_by_cached_key(key);
    changes
}

/// A status and its table. Compared by address.
#[derive(Clone, Copy)]
struct Entry<'a> {
    table: &'a CatalogTable,
    status: &'a CatalogStatus,
}

type TablePair<'a> = (&'a CatalogTable, &'a CatalogTable);
type Pair<'a> = (Entry<'a>, Entry<'a>);

/// Whether the second table is what has become of the first.
fn are_paired(tables: &[TablePair<'_>], old: &CatalogTable, new: &CatalogTable) -> bool {
    tables.iter().any(|pair| core::ptr::eq(pair.0, old) && core::ptr::eq(pair.1, new))
}

/// One of the catalogs.
struct Side<'a> {
    tables: &'a [CatalogTable],
    entries: Vec<Entry<'a>>,
}

impl<'a> Side<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        let tables = catalog.tables();
        let entries = tables
            .iter()
            .flat_map(|table| table.statuses.iter().map(move |status| Entry { table, status }));
        Self { tables, entries: entries.collect() }
    }

    /// The name of the table, or its path if there are several of that name.
    fn label(&self, table: &CatalogTable) -> String {
        let same_name = self.tables.iter().filter(|other| other.name == table.name);
        if same_name.count() > 1 { table.path() } else { table.name.clone() }
    }

    fn find(&self, path: &str) -> Option<&'a CatalogTable> {
        self.tables.iter().find(|table| table.path() == path)
    }

    /// All tables that a table delegates to, directly or not.
    fn reachable(&self, table: &'a CatalogTable) -> Vec<&'a CatalogTable> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        let mut next: Vec<&str> = table.delegates.iter().map(String::as_str).collect();
        while let Some(path) = next.pop() {
            if !seen.insert(path) {
                continue;
            }
            if let Some(delegate) = self.find(path) {
                found.push(delegate);
                next.extend(delegate.delegates.iter().map(String::as_str));
            }
        }
        found
    }
}

/// Pairs each table with the one of the same path or, if its module was renamed, with the only other
/// one of the same name.
fn match_tables<'a>(before: &Side<'a>, after: &Side<'a>) -> Vec<TablePair<'a>> {
    let mut pairs: Vec<TablePair<'a>> = Vec::new();
    for table in before.tables {
        pairs.extend(after.find(&table.path()).map(|other| (table, other)));
    }
    let left_of = |side: &Side<'a>, name: &str| -> Vec<&'a CatalogTable> {
        let of_name = side.tables.iter().filter(|table| table.name == name);
        let is_left = |table: &&CatalogTable| {
            !pairs.iter().any(|pair| core::ptr::eq(pair.0, *table) || core::ptr::eq(pair.1, *table))
        };
        of_name.filter(is_left).collect()
    };
    let mut moved = Vec::new();
    for table in before.tables {
        let left = (left_of(before, &table.name), left_of(after, &table.name));
        if let ([one], [other]) = (&*left.0, &*left.1) {
            if core::ptr::eq(*one, table) {
                moved.push((*one, *other));
            }
        }
    }
    pairs.extend(moved);
    pairs
}

/// Whether a client takes two statuses for the same, if no earlier rule has found a partner for one of
/// them.
type Rule = fn(&[TablePair<'_>], Entry<'_>, Entry<'_>) -> bool;

const RULES: [Rule; 5] =
    [is_same_and_has_its_name, has_same_type, has_same_slug, has_same_name, has_moved];

/// Two variants can share a `type` or slug, so the name decides between them.
fn is_same_and_has_its_name(
    tables: &[TablePair<'_>],
    earlier: Entry<'_>,
    later: Entry<'_>,
) -> bool {
    earlier.status.name == later.status.name
        && (has_same_type(tables, earlier, later) || has_same_slug(tables, earlier, later))
}

fn has_same_type(_: &[TablePair<'_>], earlier: Entry<'_>, later: Entry<'_>) -> bool {
    earlier.status.type_uri.is_some() && earlier.status.type_uri == later.status.type_uri
}

fn has_same_slug(tables: &[TablePair<'_>], earlier: Entry<'_>, later: Entry<'_>) -> bool {
    earlier.status.slug == later.status.slug && are_paired(tables, earlier.table, later.table)
}

fn has_same_name(tables: &[TablePair<'_>], earlier: Entry<'_>, later: Entry<'_>) -> bool {
    earlier.status.name == later.status.name && are_paired(tables, earlier.table, later.table)
}

/// Whether it is in another table now.
fn has_moved(_: &[TablePair<'_>], earlier: Entry<'_>, later: Entry<'_>) -> bool {
    let (old, new) = (earlier.status, later.status);
    old.code == new.code && old.name == new.name && old.slug == new.slug
}

/// Pairs each status with the one that a client takes for the same.
fn match_statuses<'a>(
    before: &Side<'a>,
    after: &Side<'a>,
    tables: &[TablePair<'a>],
) -> Vec<Pair<'a>> {
    let mut partners: Vec<Option<usize>> = vec![None; before.entries.len()];
    let mut is_taken = vec![false; after.entries.len()];
    for rule in RULES {
        for (&earlier, partner) in before.entries.iter().zip(&mut partners) {
            if partner.is_some() {
                continue;
            }
            let mut others = after.entries.iter().zip(&mut is_taken).enumerate();
            let found =
                others.find(|(_, (later, taken))| !**taken && rule(tables, earlier, **later));
            if let Some((at, (_, taken))) = found {
                *taken = true;
                *partner = Some(at);
            }
        }
    }
    let pairs = before.entries.iter().zip(partners);
    pairs.filter_map(|(&earlier, partner)| Some((earlier, *after.entries.get(partner?)?))).collect()
}

fn compare_tables<'a>(
    before: &Side<'a>,
    after: &Side<'a>,
    tables: &[TablePair<'a>],
    pairs: &[Pair<'a>],
    changes: &mut Vec<Change>,
) {
    let is_kept = |it: &Entry<'a>| pairs.iter().any(|pair| core::ptr::eq(pair.0.status, it.status));
    let is_known =
        |it: &Entry<'a>| pairs.iter().any(|pair| core::ptr::eq(pair.1.status, it.status));
    let removed: Vec<_> = before.entries.iter().filter(|entry| !is_kept(entry)).collect();
    let added: Vec<_> = after.entries.iter().filter(|entry| !is_known(entry)).collect();
    let mut add = |label: String, status: Option<&str>, kind| {
        changes.push(Change { table: Some(label), status: status.map(String::from), kind });
    };

    for table in
        before.tables.iter().filter(|table| !tables.iter().any(|it| core::ptr::eq(it.0, *table)))
    {
        // If all of its statuses are in other tables, no client notices.
        if removed.iter().any(|entry| core::ptr::eq(entry.table, table)) {
            add(before.label(table), None, Kind::TableRemoved);
        }
    }
    for table in
        after.tables.iter().filter(|table| !tables.iter().any(|it| core::ptr::eq(it.1, *table)))
    {
        if added.iter().any(|entry| core::ptr::eq(entry.table, table)) {
            add(after.label(table), None, Kind::TableAdded);
        }
    }
    for Entry { table, status } in &removed {
        let now = tables.iter().find(|pair| core::ptr::eq(pair.0, *table)).map(|pair| pair.1);
        let similar = added.iter().find(|entry| {
            now.is_some_and(|now| core::ptr::eq(entry.table, now))
                && entry.status.code == status.code
        });
        let kind = Kind::StatusRemoved {
            code: status.code,
            slug: status.slug.clone(),
            similar: similar.map(|entry| entry.status.name.clone()),
        };
        add(before.label(table), Some(&status.name), kind);
    }
    for Entry { table, status } in &added {
        add(after.label(table), Some(&status.name), Kind::StatusAdded { code: status.code });
    }
    for &(old, new) in tables {
        if old.documentation != new.documentation {
            add(before.label(old), None, Kind::TableDocumentation);
        }
        let (had, has) = (before.reachable(old), after.reachable(new));
        for &(old_delegate, new_delegate) in tables {
            let had = had.iter().any(|it| core::ptr::eq(*it, old_delegate));
            let has = has.iter().any(|it| core::ptr::eq(*it, new_delegate));
            let name = after.label(new_delegate);
            match (had, has) {
                (false, true) => add(before.label(old), None, Kind::DelegateAdded { name }),
                (true, false) => add(before.label(old), None, Kind::DelegateRemoved { name }),
                _ => {}
            }
        }
    }
}

fn compare_statuses(old: &CatalogStatus, new: &CatalogStatus, add: &mut dyn FnMut(Kind)) {
    if old.code != new.code {
        add(Kind::Code { old: old.code, new: new.code });
    }
    if old.type_uri != new.type_uri {
        add(Kind::Type { old: old.type_uri.clone(), new: new.type_uri.clone() });
    } else if old.slug != new.slug {
        add(Kind::Slug { old: old.slug.clone(), new: new.slug.clone() });
    }
    if old.grpc != new.grpc {
        add(Kind::Grpc { old: old.grpc.clone(), new: new.grpc.clone() });
    }
    match (old.exposed, new.exposed) {
        (true, false) => add(Kind::DetailRemoved),
        (false, true) => add(Kind::DetailAdded),
        _ => {}
    }
    if old.title != new.title {
        add(Kind::Title { old: old.title.clone(), new: new.title.clone() });
    }
    if old.reason != new.reason {
        add(Kind::Reason { old: old.reason.clone(), new: new.reason.clone() });
    }
    if old.documentation != new.documentation {
        add(Kind::Documentation);
    }
    // If the code has changed, so has its specification.
    if old.code == new.code && old.spec != new.spec {
        add(Kind::Specification);
    }
    if old.retry != new.retry {
        add(Kind::Retry { old: old.retry.clone(), new: new.retry.clone() });
    }
    let mut member = |name: &str, change| add(Kind::Member { name: name.into(), change });
    compare_fields(&old.members, &new.members, &mut member);
    let mut field = |name: &str, change| add(Kind::HeaderField { name: name.into(), change });
    compare_fields(&old.header_fields, &new.header_fields, &mut field);
}

/// What members and header fields have in common.
trait Field {
    fn name(&self) -> &str;
    fn is(&self, name: &str) -> bool;
    fn is_optional(&self) -> bool;
    /// How its type and value have changed.
    fn compare(&self, new: &Self) -> Option<FieldChange>;
}

fn compare_fields<F: Field + PartialEq>(
    old: &[F],
    new: &[F],
    add: &mut dyn FnMut(&str, FieldChange),
) {
    // A response can have two header fields of one name, so equal ones are paired first.
    let mut left: Vec<&F> = new.iter().collect();
    let mut take = |is_wanted: &dyn Fn(&F) -> bool| {
        let at = left.iter().position(|field| is_wanted(field))?;
        Some(left.remove(at))
    };
    let changed: Vec<&F> = old.iter().filter(|field| take(&|it| it == *field).is_none()).collect();
    for field in changed {
        let Some(now) = take(&|it| it.is(field.name())) else {
            add(field.name(), FieldChange::Removed);
            continue;
        };
        if let Some(change) = field.compare(now) {
            add(field.name(), change);
        }
        match (field.is_optional(), now.is_optional()) {
            (false, true) => add(field.name(), FieldChange::Optional),
            (true, false) => add(field.name(), FieldChange::Required),
            _ => {}
        }
    }
    for field in left {
        add(field.name(), FieldChange::Added);
    }
}

impl Field for CatalogMember {
    fn name(&self) -> &str {
        &self.name
    }

    fn is(&self, name: &str) -> bool {
        self.name == name
    }

    fn is_optional(&self) -> bool {
        self.optional
    }

    fn compare(&self, new: &Self) -> Option<FieldChange> {
        compare_members(self, new)
    }
}

impl Field for CatalogHeaderField {
    fn name(&self) -> &str {
        &self.name
    }

    /// The names of header fields are case-insensitive (RFC 9110 §5.1).
    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    fn is_optional(&self) -> bool {
        self.optional
    }

    fn compare(&self, new: &Self) -> Option<FieldChange> {
        compare_header_fields(self, new)
    }
}
