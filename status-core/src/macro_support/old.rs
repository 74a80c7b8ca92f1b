//! The calls of expansions that do not name their fields yet.

use core::str;

use super::delegates::{Clash, check_delegate};
use super::row::{Row, TableParts};
use crate::status::Status;
use crate::table::Table;

const fn split(names: &'static str, name_len: u32) -> (&'static str, &'static str) {
    let (name, rest) = names.as_bytes().split_at(name_len as usize);
    let (_space, slug) = rest.split_at(1);
    match (str::from_utf8(name), str::from_utf8(slug)) {
        (Ok(name), Ok(slug)) => (name, slug),
        // The macros count the bytes of a whole name, and a space follows it.
        _ => unreachable!(),
    }
}

const fn uri(uri: &'static str) -> Option<&'static str> {
    if uri.is_empty() { None } else { Some(uri) }
}

#[must_use]
#[expect(clippy::too_many_arguments, reason = "called by the macros, which count")]
pub const fn row(
    code: u16,
    exposed: bool,
    names: &'static str,
    name_len: u32,
    reason: &'static str,
    documentation: &'static str,
    type_uri: &'static str,
    title: &'static str,
    body: &'static str,
) -> Status {
    let (name, slug) = split(names, name_len);
    let type_uri = uri(type_uri);
    let grpc = None;
    Row { code, name, slug, reason, documentation, title, type_uri, body, exposed, grpc }.status()
}

#[must_use]
#[expect(clippy::too_many_arguments, reason = "called by the macros, which count")]
pub const fn typed(
    code: u16,
    exposed: bool,
    names: &'static str,
    name_len: u32,
    reason: &'static str,
    documentation: &'static str,
    type_uri: &'static str,
    body: &'static str,
) -> Status {
    row(code, exposed, names, name_len, reason, documentation, type_uri, documentation, body)
}

#[must_use]
pub const fn untyped(
    code: u16,
    exposed: bool,
    names: &'static str,
    name_len: u32,
    reason: &'static str,
    documentation: &'static str,
    body: &'static str,
) -> Status {
    row(code, exposed, names, name_len, reason, documentation, "", reason, body)
}

#[must_use]
pub const fn with_grpc(status: Status, code: u8) -> Status {
    Status { grpc: Some(code), ..status }
}

#[must_use]
pub const fn table(
    name: &'static str,
    documentation: &'static str,
    statuses: &'static [Status],
    delegates: &'static [&'static Table],
) -> Table {
    let type_base = match statuses {
        [first, ..] => base_of(first),
        [] => None,
    };
    TableParts { name, documentation, type_base, statuses, delegates }.table()
}

const fn base_of(status: &'static Status) -> Option<&'static str> {
    let Some(uri) = status.type_uri else { return None };
    let (base, _slug) = uri.as_bytes().split_at(uri.len() - status.slug.len());
    match str::from_utf8(base) {
        Ok(base) => Some(base),
        // A slug is ASCII.
        Err(_) => unreachable!(),
    }
}

#[track_caller]
pub const fn hold_delegate(outer: &'static Table, index: usize, start: u16, end: u16) {
    let mut before = 0;
    let mut clash = pair(outer, outer.delegates[index], false);
    while before < index && clash.is_none() {
        clash = pair(outer.delegates[before], outer.delegates[index], true);
        before += 1;
    }
    check_delegate(outer, index, start, end, &clash);
}

/// Compares every pair of rows.
const fn pair(first: &'static Table, second: &'static Table, deep: bool) -> Option<Clash> {
    let mut at = 0;
    while at < second.statuses.len() {
        let mut other = 0;
        while other < first.statuses.len() {
            let clash = Clash::between(second, at, first, other);
            if clash.is_some() {
                return clash;
            }
            other += 1;
        }
        at += 1;
    }
    let mut at = 0;
    while deep && at < first.delegates.len() {
        let clash = pair(first.delegates[at], second, true);
        if clash.is_some() {
            return clash;
        }
        at += 1;
    }
    let mut at = 0;
    while at < second.delegates.len() {
        let clash = pair(first, second.delegates[at], deep);
        if clash.is_some() {
            return clash;
        }
        at += 1;
    }
    None
}

#[must_use]
pub const fn values_by_code<T: Copy, const END: usize>(
    rows: &[Status],
    values: &[T],
) -> [Option<T>; END] {
    let mut found = [None; END];
    let mut at = 0;
    while at < rows.len() {
        found[rows[at].code() as usize] = Some(values[at]);
        at += 1;
    }
    found
}

pub use super::lookup::statuses_by_code as rows_by_code;

#[must_use]
pub fn place_of_reason<const SLOTS: usize>(
    rows: &[Status],
    places: &[u16; SLOTS],
    reason: &str,
) -> Option<usize> {
    let mut slot = hash(reason) % SLOTS;
    loop {
        let place = usize::from(places[slot]).checked_sub(1)?;
        if rows.get(place)?.reason() == reason {
            return Some(place);
        }
        slot = (slot + 1) % SLOTS;
    }
}

#[must_use]
pub fn hash(text: &str) -> usize {
    let mut rest = text.as_bytes();
    let mut sum = rest.len() as u64;
    if let Some(last) = rest.last_chunk() {
        while let Some((word, after)) = rest.split_first_chunk() {
            sum = fold(sum ^ u64::from_le_bytes(*word));
            rest = after;
        }
        sum = fold(sum ^ u64::from_le_bytes(*last));
    } else {
        for byte in rest {
            sum = fold(sum ^ u64::from(*byte));
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "a slot is what its low bits say")]
    let slot = sum as usize;
    slot
}

fn fold(word: u64) -> u64 {
    let product = u128::from(word) * 0x9E37_79B9_7F4A_7C15;
    #[expect(clippy::cast_possible_truncation, reason = "it is the lower half")]
    let low = product as u64;
    low ^ (product >> 64) as u64
}
