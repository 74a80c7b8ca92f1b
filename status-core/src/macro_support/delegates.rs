//! The rules that need the tables of other types, evaluated while the user's crate is checked.

use super::clashes::{Clash, Entry, equal};
use super::message::Message;
use crate::table::Table;

/// Checks the delegate at `index`: its codes must be in the range of the outer type, and it must
/// have no clash (RFC 9457 §3.1.1: clients tell problems apart by their `type`).
///
/// # Panics
///
/// Panics if it breaks a rule. `#[track_caller]` makes the compiler point at the user's field.
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
                .status(Entry { status, table }, equal(table.name, outer.name))
                .text(" is outside ")
                .code(start)
                .text("..=")
                .code(end)
                .text(", the `range` of `")
                .text(outer.name)
                .text("`\na `transparent` variant has every status of its field's type\n")
                .text("widen the `range` of `")
                .text(outer.name)
                .text("`, or give this variant its own status")
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

#[cfg(test)]
mod tests {
    extern crate std;

    use std::panic::catch_unwind;
    use std::string::String;

    use super::{Clash, check_delegate};
    use crate::macro_support::clashes::clashes;
    use crate::macro_support::fixtures::{NESTED, status, table};
    use crate::table::Table;

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

        // Both ends belong to the range.
        check_delegate(&NARROW, 0, 400, 410, &None);
        // `Gone` is two levels down.
        let gone = catch_unwind(|| check_delegate(&NARROW, 0, 400, 409, &None)).unwrap_err();
        assert!(
            gone.downcast_ref::<String>()
                .unwrap()
                .contains("`Gone::Row` (410) is outside 400..=409")
        );
        assert!(
            message(&NARROW, 1, None)
                .starts_with("`Wide::Row` (500) is outside 400..=499, the `range` of `Narrow`\n")
        );
    }
}
