//! The calls of expansions that do not name their fields yet.

use core::str;

use super::delegates::{Clash, check_delegate};
use super::table_parts::TableParts;
use crate::status::Status;
use crate::table::Table;

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
    let Some(uri) = status.row.type_uri else { return None };
    let (base, _slug) = uri.as_bytes().split_at(uri.len() - status.row.slug.len());
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
