//! The rules that take the tables of other types, evaluated while the user's crate is checked.
//!
//! Every function is `#[track_caller]`, so that the compiler points at the user's field.

use core::str;

use crate::{Status, Table};

/// Holds the table at `index` of those that `outer` delegates to: its codes lie in the range of the
/// outer type, and none of its `type` URIs stands for another status of the outer type (RFC 9457
/// §3.1.1: a client tells problems apart by it).
#[track_caller]
pub(crate) const fn delegate(outer: &'static Table, index: usize, start: u16, end: u16) {
    let held = outer.delegates()[index];
    codes(outer, held, start, end);
    uris(outer, index, held);
}

#[track_caller]
const fn codes(outer: &'static Table, held: &'static Table, start: u16, end: u16) {
    let mut at = 0;
    while at < held.statuses().len() {
        let status = &held.statuses()[at];
        if status.code() < start || end < status.code() {
            Message::new()
                .name(held, status)
                .text(" lies outside ")
                .number(start)
                .text("..=")
                .number(end)
                .text(", the range of `")
                .text(outer.name())
                .text("`\na transparent variant answers with whatever its field's type has\n")
                .text("write a wider `range` on `")
                .text(outer.name())
                .text("`, or a status of its own on this variant")
                .fail();
        }
        at += 1;
    }
    let mut at = 0;
    while at < held.delegates().len() {
        codes(outer, held.delegates()[at], start, end);
        at += 1;
    }
}

/// Holds the URIs of `held`, and of all that it delegates to, to those of the outer type's own
/// statuses and of its delegates before `index`.
#[track_caller]
const fn uris(outer: &'static Table, index: usize, held: &'static Table) {
    let mut at = 0;
    while at < held.statuses().len() {
        let status = &held.statuses()[at];
        if let Some(uri) = status.type_uri() {
            own(outer, held, status, uri);
            let mut before = 0;
            while before < index {
                all(outer.delegates()[before], held, status, uri);
                before += 1;
            }
        }
        at += 1;
    }
    let mut at = 0;
    while at < held.delegates().len() {
        uris(outer, index, held.delegates()[at]);
        at += 1;
    }
}

/// Holds one URI to those of a table and of all that it delegates to.
#[track_caller]
const fn all(table: &'static Table, held: &'static Table, status: &'static Status, uri: &str) {
    own(table, held, status, uri);
    let mut at = 0;
    while at < table.delegates().len() {
        all(table.delegates()[at], held, status, uri);
        at += 1;
    }
}

/// Holds one URI to those of a table's own statuses.
#[track_caller]
const fn own(table: &'static Table, held: &'static Table, status: &'static Status, uri: &str) {
    let mut at = 0;
    while at < table.statuses().len() {
        let other = &table.statuses()[at];
        if let Some(others) = other.type_uri() {
            if equal(others, uri) && !same(other, status) {
                Message::new()
                    .name(held, status)
                    .text(" has the `type` of ")
                    .name(table, other)
                    .text(": \"")
                    .text(uri)
                    .text("\"\na client tells problems apart by their `type` (RFC 9457 §3.1.1)\n")
                    .text("write another `type_base` on one of the types, or another `slug`")
                    .fail();
            }
        }
        at += 1;
    }
}

/// Whether two rows are one, reached on two ways. Rows that are alike to the last letter of their
/// documentation name the same status, too.
const fn same(one: &Status, other: &Status) -> bool {
    one.code() == other.code()
        && equal(one.name(), other.name())
        && equal(one.title(), other.title())
        && equal(one.documentation(), other.documentation())
}

/// From the end, where URIs of one base differ.
const fn equal(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = one.len();
    while at > 0 {
        at -= 1;
        if one[at] != other[at] {
            return false;
        }
    }
    true
}

/// The text of an error, put together without an allocator.
struct Message {
    bytes: [u8; Self::LENGTH],
    length: usize,
}

impl Message {
    const LENGTH: usize = 1024;

    const fn new() -> Self {
        Self { bytes: [0; Self::LENGTH], length: 0 }
    }

    /// What does not fit whole is left out.
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

    /// A code: three digits.
    const fn number(self, code: u16) -> Self {
        let digits = [digit(code / 100), digit(code / 10), digit(code)];
        match str::from_utf8(&digits) {
            Ok(digits) => self.text(digits),
            Err(_) => self,
        }
    }

    /// "`StockError::SoldOut` (409)"
    const fn name(self, table: &Table, status: &Status) -> Self {
        let named = self.text("`").text(table.name()).text("::").text(status.name()).text("` (");
        named.number(status.code()).text(")")
    }

    #[track_caller]
    const fn fail(&self) -> ! {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            // Only whole texts were written.
            Err(_) => unreachable!(),
        }
    }
}

/// The last digit of a number.
pub(crate) const fn digit(number: u16) -> u8 {
    b"0123456789"[number as usize % 10]
}
