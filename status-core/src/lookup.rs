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

/// The values by their codes, which those of `rows` are.
#[must_use]
pub const fn values_by_code<T: Copy, const SPAN: usize>(
    rows: &[Status],
    values: &[T],
    first: u16,
) -> [Option<T>; SPAN] {
    let mut found = [None; SPAN];
    let mut at = 0;
    while at < rows.len() {
        found[(rows[at].code() - first) as usize] = Some(values[at]);
        at += 1;
    }
    found
}

/// The places of the rows by their reasons, counted from 1 on: a row stands where the hash of its
/// reason points, or in the next place that is free.
#[must_use]
pub const fn places_by_reason<const SLOTS: usize>(rows: &[Status]) -> [u16; SLOTS] {
    let mut places = [0; SLOTS];
    let mut at = 0;
    while at < rows.len() {
        let mut slot = hash(rows[at].reason()) % SLOTS;
        while places[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        #[expect(clippy::cast_possible_truncation, reason = "there are 500 codes")]
        let place = at as u16 + 1;
        places[slot] = place;
        at += 1;
    }
    places
}

/// The place of the row with this reason. There are more slots than rows, so that it ends.
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

/// Eight bytes at a time, which a phrase has three of. The upper half is the one that all of them have
/// a part in.
const fn hash(text: &str) -> usize {
    let mut rest = text.as_bytes();
    let mut sum = rest.len() as u64;
    while let Some((word, behind)) = rest.split_first_chunk() {
        sum = mix(sum, u64::from_le_bytes(*word));
        rest = behind;
    }
    while let [byte, behind @ ..] = rest {
        sum = mix(sum, *byte as u64);
        rest = behind;
    }
    (sum >> 32) as usize
}

const fn mix(sum: u64, word: u64) -> u64 {
    // 2⁶⁴ divided by the golden ratio, and odd: it spreads neighbours far apart.
    (sum.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::{place_of_reason, places_by_reason, rows_by_code, values_by_code};
    use crate::{ClientError, Status, StatusTable};

    static ROWS: &[Status] = ClientError::TABLE.statuses();

    #[test]
    fn each_row_is_found_by_its_code() {
        const FOUND: [&Status; 52] = rows_by_code(ROWS, 400);
        const VALUES: [Option<ClientError>; 52] = values_by_code(ROWS, ClientError::ALL, 400);
        for (row, value) in ROWS.iter().zip(ClientError::ALL) {
            let place = usize::from(row.code() - 400);
            assert!(core::ptr::eq(FOUND[place], row));
            assert_eq!(VALUES[place], Some(*value));
        }
        assert_eq!(VALUES.iter().flatten().count(), ROWS.len());
    }

    #[test]
    fn each_row_is_found_by_its_reason_however_few_slots_there_are() {
        fn hold<const SLOTS: usize>() {
            let places = places_by_reason::<SLOTS>(ROWS);
            for (place, row) in ROWS.iter().enumerate() {
                assert_eq!(place_of_reason(ROWS, &places, row.reason()), Some(place));
                let mut cut = row.reason().chars();
                cut.next_back();
                assert_eq!(place_of_reason(ROWS, &places, cut.as_str()), None);
            }
            for other in ["", "a", "ab", "abc", "Not found", "é", "OK"] {
                assert_eq!(place_of_reason(ROWS, &places, other), None, "{other}");
            }
        }
        hold::<30>();
        hold::<64>();
        hold::<1024>();
    }
}
