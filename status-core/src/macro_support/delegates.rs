//! The rules that need the tables of other types, evaluated while the user's crate is checked.
//!
//! A type that delegates calls [`clashes`] once and [`check_delegate`] for each delegate. Together
//! they take time linear in the number of statuses of its tree.

use core::str;

use crate::status::{Status, digits};
use crate::table::Table;

/// Two different statuses that have the same `type`.
#[derive(Clone, Copy)]
pub struct Clash {
    later: Owned,
    earlier: Owned,
}

/// A status and the table that lists it.
#[derive(Clone, Copy)]
struct Owned {
    status: &'static Status,
    table: &'static Table,
}

/// The number of statuses with a `type` in the tree of `table`.
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

/// The number of slots that [`clashes`] needs for `count` statuses. At most half of them are taken,
/// so a search soon ends at a free one.
#[must_use]
pub const fn slots(count: usize) -> usize {
    (2 * count + 1).next_power_of_two()
}

/// For each delegate of `outer`, its first status whose `type` already belongs to another status: one
/// of `outer` itself or of a delegate before it.
///
/// Two statuses of one delegate are not compared. That type's own check does it.
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
    /// Which delegate of the outer type led here. Its own statuses have the number of delegates.
    delegate: usize,
    owned: Owned,
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

/// Inserts a table's own statuses by open addressing. `clash` keeps the first one.
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
        let owned = Owned { status, table };
        let hash = hash(base, status.row.slug);
        #[expect(clippy::cast_possible_truncation, reason = "less than SLOTS")]
        let mut slot = (hash % SLOTS as u64) as usize;
        loop {
            let Some(earlier) = &seen[slot] else {
                seen[slot] = Some(Seen { hash, delegate, owned });
                break;
            };
            if earlier.hash == hash && has_same_type(earlier.owned.status, status) {
                if earlier.delegate != delegate && clash.is_none() && !is_same(earlier.owned, owned)
                {
                    *clash = Some(Clash { later: owned, earlier: earlier.owned });
                }
                break;
            }
            slot = (slot + 1) % SLOTS;
        }
        at += 1;
    }
}

// FNV-1a of 64 bits.
const FNV_OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01B3;

/// Continues a hash over a text, so that a URI has one hash however it is split into base and slug.
const fn hash(start: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = start;
    let mut at = 0;
    while at < bytes.len() {
        // `wrapping_mul` would be a call for each byte, most of the time that this takes.
        let product = (hash ^ bytes[at] as u64) as u128 * FNV_PRIME as u128;
        #[expect(clippy::cast_possible_truncation, reason = "FNV-1a keeps the low half")]
        let low = product as u64;
        hash = low;
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

/// Whether this is one variant that was reached in two ways. Addresses cannot be compared at compile
/// time, and two types can have one path if they are declared in functions, so the codes must agree too.
const fn is_same(one: Owned, other: Owned) -> bool {
    equal(one.table.module, other.table.module)
        && equal(one.table.name, other.table.name)
        && equal(one.status.row.name, other.status.row.name)
        && one.status.code == other.status.code
}

const fn equal(one: &str, other: &str) -> bool {
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

/// Checks the delegate at `index`: its codes lie in the range of the outer type, and it has no clash
/// (RFC 9457 §3.1.1: clients tell problems apart by their `type`).
///
/// # Panics
///
/// If it breaks a rule. `#[track_caller]` makes the compiler point at the user's field.
#[track_caller]
pub const fn check_delegate(
    outer: &'static Table,
    index: usize,
    start: u16,
    end: u16,
    clash: &Option<Clash>,
) {
    check_codes(outer, outer.delegates[index], start, end);
    if let Some(Clash { later, earlier }) = clash {
        if let Some(uri) = later.status.row.type_uri {
            let full_paths = equal(later.table.name, earlier.table.name);
            Message::new()
                .status(*later, full_paths)
                .text(" has the same `type` as ")
                .status(*earlier, full_paths)
                .text(": \"")
                .text(uri)
                .text("\"\nclients tell problems apart by their `type` (RFC 9457 §3.1.1)\n")
                .text("give one of the types another `type_base`, or one of the variants another `slug`")
                .fail();
        }
    }
}

#[track_caller]
const fn check_codes(outer: &'static Table, table: &'static Table, start: u16, end: u16) {
    let mut at = 0;
    while at < table.statuses.len() {
        let status = &table.statuses[at];
        if status.code < start || end < status.code {
            Message::new()
                .status(Owned { status, table }, equal(table.name, outer.name))
                .text(" is outside ")
                .code(start)
                .text("..=")
                .code(end)
                .text(", the `range` of `")
                .text(outer.name)
                .text("`\na `transparent` variant has every status of its field's type\n")
                .text("widen the `range` of `")
                .text(outer.name)
                .text("`, or give this variant a status of its own")
                .fail();
        }
        at += 1;
    }
    let mut at = 0;
    while at < table.delegates.len() {
        check_codes(outer, table.delegates[at], start, end);
        at += 1;
    }
}

/// The text of an error, built without an allocator.
struct Message {
    bytes: [u8; Self::LENGTH],
    length: usize,
}

impl Message {
    const LENGTH: usize = 1024;

    const fn new() -> Self {
        Self { bytes: [0; Self::LENGTH], length: 0 }
    }

    /// Appends a text, or nothing if it does not fit as a whole.
    const fn text(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if text.len() <= Self::LENGTH - self.length {
            let mut at = 0;
            while at < text.len() {
                self.bytes[self.length + at] = text[at];
                at += 1;
            }
            self.length += text.len();
        }
        self
    }

    const fn code(self, code: u16) -> Self {
        match str::from_utf8(&digits(code)) {
            Ok(digits) => self.text(digits),
            Err(_) => self,
        }
    }

    /// "`StockError::SoldOut` (409)"; with its full path "`shop::stock::Error::SoldOut` (409)".
    const fn status(self, Owned { status, table }: Owned, full_path: bool) -> Self {
        let mut named = self.text("`");
        if full_path {
            named = named.text(table.module).text("::");
        }
        let named = named.text(table.name).text("::").text(status.row.name).text("` (");
        named.code(status.code).text(")")
    }

    #[track_caller]
    const fn fail(&self) -> ! {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            // Only whole texts were appended.
            Err(_) => unreachable!(),
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::panic::catch_unwind;
    use std::string::String;

    use super::{Clash, check_delegate, clashes, count, slots};
    use crate::macro_support::table_parts::TableParts;
    use crate::row::Row;
    use crate::status::Status;
    use crate::table::Table;

    macro_rules! status {
        ($code:literal, $slug:literal, $uri:literal) => {
            Row {
                code: $code,
                name: "Row",
                slug: $slug,
                reason: "",
                documentation: "",
                title: "",
                type_uri: Some($uri),
                body: "",
                exposed: true,
                grpc: None,
            }
            .status()
        };
    }

    const fn table(
        name: &'static str,
        type_base: &'static str,
        statuses: &'static [Status],
        delegates: &'static [&'static Table],
    ) -> Table {
        let type_base = Some(type_base);
        TableParts { module: "shop", name, documentation: "", type_base, statuses, delegates }
            .table()
    }

    static GONE: Table = table("Gone", "/", &[status!(410, "a", "/a")], &[]);
    /// The same URI, from another base.
    static SPLIT: Table =
        table("Split", "/a", &[status!(404, "/b", "/a/b"), status!(409, "", "/a")], &[]);
    static NESTED: Table = table("Nested", "/n/", &[status!(400, "a", "/n/a")], &[&GONE]);
    static OTHER: Table = table("Other", "/", &[status!(400, "b", "/b")], &[]);

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
        // The row of `Gone` that `Nested` leads to is the one that was reached before.
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

        // The letters agree in their low bits, so all four hashes lead to one of the four slots.
        let found = clashes::<4, 4>(&OUTER).map(clash);
        assert_eq!(found, ["A", "B", "C", "D"].map(|name| Some((name, "Outer"))));
    }

    fn message(outer: &'static Table, index: usize, clash: Option<Clash>) -> String {
        let panic = catch_unwind(|| check_delegate(outer, index, 400, 499, &clash)).unwrap_err();
        panic.downcast_ref::<String>().unwrap().clone()
    }

    #[test]
    fn the_messages_name_both_statuses() {
        static OUTER: Table = table("Outer", "/", &[status!(499, "a", "/a")], &[&NESTED]);
        static WIDE: Table = table("Wide", "/", &[status!(500, "a", "/a")], &[]);
        static NARROW: Table = table("Narrow", "/x/", &[], &[&NESTED, &WIDE]);

        let [found] = clashes::<8, 1>(&OUTER);
        assert!(
            message(&OUTER, 0, found).starts_with(
                "`Gone::Row` (410) has the same `type` as `Outer::Row` (499): \"/a\"\n"
            )
        );

        check_delegate(&NARROW, 0, 400, 499, &None);
        assert!(
            message(&NARROW, 1, None)
                .starts_with("`Wide::Row` (500) is outside 400..=499, the `range` of `Narrow`\n")
        );
    }
}
