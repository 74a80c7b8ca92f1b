//! Finds statuses of a type and its delegates that have the same `type` URI.
//!
//! A type that delegates calls [`clashes`] once, while the user's crate is checked. The search
//! takes time linear in the number of statuses of its tree.

use crate::status::Status;
use crate::table::Table;

/// Two different statuses that have the same `type`.
#[derive(Clone, Copy)]
pub struct Clash {
    pub(super) later: Entry,
    pub(super) earlier: Entry,
}

/// A status and the table that lists it.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) status: &'static Status,
    pub(super) table: &'static Table,
}

/// Returns the number of statuses with a `type` in the tree of `table`.
#[must_use]
pub const fn count(table: &'static Table) -> usize {
    let mut total = if table.type_base.is_some() { table.statuses.len() } else { 0 };
    let mut at = 0;
    while at < table.delegates.len() {
        total += count(table.delegates[at]);
        at += 1;
    }
    total
}

/// Returns the number of slots that [`clashes`] needs for `count` statuses. At most half of them
/// are taken, so a search soon finds a free one.
#[must_use]
pub const fn slots(count: usize) -> usize {
    (2 * count).next_power_of_two()
}

/// Returns, for each delegate of `outer`, its first status whose `type` already belongs to another
/// status: one of `outer` itself or of an earlier delegate.
///
/// Two statuses of one delegate are not compared. That type's own check compares them.
#[must_use]
pub const fn clashes<const SLOTS: usize, const DELEGATES: usize>(
    outer: &'static Table,
) -> [Option<Clash>; DELEGATES] {
    let mut seen = [None; SLOTS];
    let mut found = [None; DELEGATES];
    insert_statuses(&mut seen, outer, DELEGATES, &mut None);
    let mut delegate = 0;
    while delegate < DELEGATES {
        insert_tree(&mut seen, outer.delegates[delegate], delegate, &mut found[delegate]);
        delegate += 1;
    }
    found
}

/// An occupied slot.
#[derive(Clone, Copy)]
struct Seen {
    hash: u64,
    /// The index of the delegate that contains the status, or the number of delegates for the outer
    /// type itself.
    delegate: usize,
    entry: Entry,
}

const fn insert_tree<const SLOTS: usize>(
    seen: &mut [Option<Seen>; SLOTS],
    table: &'static Table,
    delegate: usize,
    clash: &mut Option<Clash>,
) {
    insert_statuses(seen, table, delegate, clash);
    let mut at = 0;
    while at < table.delegates.len() {
        insert_tree(seen, table.delegates[at], delegate, clash);
        at += 1;
    }
}

/// Inserts a table's own statuses by open addressing. `clash` is set at most once.
const fn insert_statuses<const SLOTS: usize>(
    seen: &mut [Option<Seen>; SLOTS],
    table: &'static Table,
    delegate: usize,
    clash: &mut Option<Clash>,
) {
    let Some(base) = table.type_base else { return };
    let base = hash(FNV_OFFSET, base);
    let mut at = 0;
    while at < table.statuses.len() {
        let status = &table.statuses[at];
        let entry = Entry { status, table };
        let hash = hash(base, status.row.slug);
        #[expect(clippy::cast_possible_truncation, reason = "less than SLOTS")]
        let mut slot = (hash % SLOTS as u64) as usize;
        loop {
            let Some(earlier) = &seen[slot] else {
                seen[slot] = Some(Seen { hash, delegate, entry });
                break;
            };
            if earlier.hash == hash && has_same_type(earlier.entry.status, status) {
                if earlier.delegate != delegate && clash.is_none() && !is_same(earlier.entry, entry)
                {
                    *clash = Some(Clash { later: entry, earlier: earlier.entry });
                }
                break;
            }
            slot = (slot + 1) % SLOTS;
        }
        at += 1;
    }
}

// FNV-1a of 32 bits.
const FNV_OFFSET: u64 = 0x811C_9DC5;
const FNV_PRIME: u64 = 0x0100_0193;

/// Continues a hash over a string, so that the hash of a URI does not depend on how it is split
/// into base and slug.
const fn hash(start: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let length = bytes.len();
    let mut hash = start;
    let mut at = 0;
    while at < length {
        // During const evaluation, a call to `wrapping_mul` or `len` would dominate. The product of
        // numbers below 2³² and 2²⁵ does not overflow.
        hash = ((hash ^ bytes[at] as u64) * FNV_PRIME) & 0xFFFF_FFFF;
        at += 1;
    }
    hash
}

const fn has_same_type(one: &Status, other: &Status) -> bool {
    match (one.row.type_uri, other.row.type_uri) {
        (Some(one), Some(other)) => equal(one, other),
        _ => false,
    }
}

/// Whether both are statuses of one type, reached in two ways. That type's own check has compared them:
/// two of its variants may share a `type` if they agree in code and title. Addresses cannot be compared
/// at compile time, and two types can have one path if they are declared in functions.
const fn is_same(one: Entry, other: Entry) -> bool {
    equal(one.table.module, other.table.module)
        && equal(one.table.name, other.table.name)
        && one.status.code == other.status.code
        && equal(one.status.row.title, other.status.row.title)
}

pub(crate) const fn equal(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Clash, Entry, FNV_OFFSET, clashes, count, hash, is_same, slots};
    use crate::macro_support::fixtures::{GONE, NESTED, OTHER, SPLIT, status, table};
    use crate::row::Row;
    use crate::status::Status;
    use crate::table::Table;

    fn clash(found: Option<Clash>) -> Option<(&'static str, &'static str)> {
        found.map(|clash| (clash.later.table.name(), clash.earlier.table.name()))
    }

    #[test]
    fn each_delegate_has_its_first_clash() {
        static OUTER: Table =
            table("Outer", "/", &[status!(500, "c", "/c")], &[&GONE, &OTHER, &SPLIT, &NESTED]);
        const SLOTS: usize = slots(count(&OUTER));
        static FOUND: [Option<Clash>; 4] = clashes::<SLOTS, 4>(&OUTER);

        assert_eq!((count(&OUTER), SLOTS), (7, 16));
        // `Nested` contains the same row of `Gone`, which is not a clash.
        let expected = [None, None, Some(("Split", "Gone")), None];
        assert_eq!(FOUND.map(clash), expected);
    }

    #[test]
    fn a_clash_deep_in_a_tree_belongs_to_its_delegate() {
        static OUTER: Table = table("Outer", "/", &[status!(500, "a", "/a")], &[&OTHER, &NESTED]);
        let found = clashes::<16, 2>(&OUTER);
        assert_eq!(found.map(clash), [None, Some(("Gone", "Outer"))]);
    }

    #[test]
    fn statuses_that_share_a_slot_are_all_found() {
        static A: Table = table("A", "/", &[status!(410, "a", "/a")], &[]);
        static B: Table = table("B", "/", &[status!(410, "e", "/e")], &[]);
        static C: Table = table("C", "/", &[status!(410, "i", "/i")], &[]);
        static D: Table = table("D", "/", &[status!(410, "m", "/m")], &[]);
        static OWN: [Status; 4] = [
            status!(400, "a", "/a"),
            status!(400, "e", "/e"),
            status!(400, "i", "/i"),
            status!(400, "m", "/m"),
        ];
        static OUTER: Table = table("Outer", "/", &OWN, &[&A, &B, &C, &D]);

        // The low bits of the letters are equal, so all four hashes start at the same slot.
        let found = clashes::<4, 4>(&OUTER).map(clash);
        assert_eq!(found, ["A", "B", "C", "D"].map(|name| Some((name, "Outer"))));
    }

    #[test]
    fn at_most_half_of_the_slots_are_taken() {
        for count in 0..100 {
            let slots = slots(count);
            assert!(count < slots && 2 * count <= slots, "{count} of {slots}");
        }
    }

    #[test]
    fn types_with_one_hash_are_told_apart() {
        static CART: Table = table(
            "Cart",
            "/",
            &[status!(409, "cart-private-forever-card", "/cart-private-forever-card")],
            &[],
        );
        static PAYMENT: Table = table(
            "Payment",
            "/payment-",
            &[status!(410, "sold-out-today-and-session", "/payment-sold-out-today-and-session")],
            &[],
        );
        static OUTER: Table = table("Outer", "/", &[], &[&CART, &PAYMENT]);

        let whole = |status: &Status| hash(FNV_OFFSET, status.row.type_uri.unwrap_or_default());
        assert_eq!(whole(&CART.statuses[0]), whole(&PAYMENT.statuses[0]));
        assert_eq!(clashes::<4, 2>(&OUTER).map(clash), [None, None]);
    }

    #[test]
    fn the_first_of_two_clashes_is_reported() {
        static BOTH: Table =
            table("Both", "/", &[status!(404, "a", "/a"), status!(404, "b", "/b")], &[]);
        static OUTER: Table = table("Outer", "/", &[], &[&GONE, &OTHER, &BOTH]);

        let found = clashes::<8, 3>(&OUTER);
        assert_eq!(found.map(clash), [None, None, Some(("Both", "Gone"))]);
        assert_eq!(found[2].map(|clash| clash.later.status.row.slug), Some("a"));
    }

    #[test]
    fn statuses_of_one_delegate_are_left_to_its_own_check() {
        static TWICE: Table =
            table("Twice", "/", &[status!(404, "a", "/a"), status!(409, "a", "/a")], &[&GONE]);
        static OUTER: Table = table("Outer", "/", &[], &[&TWICE]);

        assert_eq!(clashes::<8, 1>(&OUTER).map(clash), [None]);
    }

    #[test]
    fn a_status_that_is_reached_twice_is_no_clash() {
        static OUTER: Table = table("Outer", "/", &[], &[&NESTED, &GONE, &NESTED]);

        assert_eq!(clashes::<8, 3>(&OUTER).map(clash), [None, None, None]);
    }

    #[test]
    fn two_statuses_of_one_type_agree_in_all_that_names_them() {
        static TITLED: Row = Row { title: "Sold out", ..*status!(410, "a", "/a").row };
        static RENAMED: [Status; 1] = [TITLED.status()];
        static MOVED: [Status; 1] = [status!(404, "a", "/a")];
        static ELSEWHERE: Table =
            Table { module: "mall", ..table("Gone", "/", GONE.statuses, &[]) };
        static OTHER_NAME: Table = table("Left", "/", GONE.statuses, &[]);
        static OTHER_CODE: Table = table("Gone", "/", &MOVED, &[]);
        static OTHER_TITLE: Table = table("Gone", "/", &RENAMED, &[]);
        static SAME: Table = table("Gone", "/", GONE.statuses, &[]);

        let entry = |table: &'static Table| Entry { status: &table.statuses[0], table };
        assert!(is_same(entry(&GONE), entry(&SAME)));
        for other in [&ELSEWHERE, &OTHER_NAME, &OTHER_CODE, &OTHER_TITLE] {
            assert!(!is_same(entry(&GONE), entry(other)));
        }
    }
}
