//! How a table is looked up: what its rows say is written once, and these are made of it while it
//! compiles.

use crate::Status;

/// The rows by their codes, of which the first is `first`. No code without a row is ever asked for.
#[must_use]
pub const fn rows_by_code<const SPAN: usize>(
    rows: &'static [Status],
    first: u16,
) -> [&'static Status; SPAN] {
    let mut found = [&rows[0]; SPAN];
    let mut at = 0;
    while at < rows.len() {
        found[(rows[at].code() - first) as usize] = &rows[at];
        at += 1;
    }
    found
}

/// The values by their codes, which those of `rows` are, from 0 on.
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

/// The place of the row with this reason. The macros have put the number of each row, counted from 1 on,
/// where the hash of its reason points, or in the next slot that was free; so it ends at one that is.
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

/// The hash that the macros have filled the slots by: `expand/places.rs`. Eight bytes at a time, of which
/// the last ones may overlap those before them.
#[must_use]
pub fn hash(text: &str) -> usize {
    let mut rest = text.as_bytes();
    let mut sum = rest.len() as u64;
    if let Some(last) = rest.last_chunk() {
        while let Some((word, behind)) = rest.split_first_chunk() {
            sum = fold(sum ^ u64::from_le_bytes(*word));
            rest = behind;
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

/// The halves of a product, in which every bit of the word has a part in every bit.
fn fold(word: u64) -> u64 {
    // 2⁶⁴ divided by the golden ratio, and odd.
    let product = u128::from(word) * 0x9E37_79B9_7F4A_7C15;
    #[expect(clippy::cast_possible_truncation, reason = "it is the lower half")]
    let low = product as u64;
    low ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::{rows_by_code, values_by_code};
    use crate::{ClientError, Status, StatusTable};

    static ROWS: &[Status] = ClientError::TABLE.statuses();

    #[test]
    fn each_row_is_found_by_its_code() {
        const FOUND: [&Status; 52] = rows_by_code(ROWS, 400);
        const VALUES: [Option<ClientError>; 452] = values_by_code(ROWS, ClientError::ALL);
        for (row, value) in ROWS.iter().zip(ClientError::ALL) {
            let code = usize::from(row.code());
            assert!(core::ptr::eq(FOUND[code - 400], row));
            assert_eq!(VALUES[code], Some(*value));
        }
        assert_eq!(VALUES.iter().flatten().count(), ROWS.len());
    }
}
