//! Where a hash of its reason leads to each row: `place_of_reason` in status-core's `lookup.rs` looks
//! there, and hashes in the same way. The compiler would be a hundred times slower at this.

/// The places of the rows by their reasons, counted from 1 on, in twice as many slots. They are a power
/// of two, for then the low bits of a hash point at the same one on a target of 32 bits.
pub fn places(reasons: &[&str]) -> Vec<u16> {
    fill(reasons, (2 * reasons.len()).next_power_of_two())
}

/// A row stands where the hash of its reason points, or in the next slot that is free. There are more
/// slots than rows.
fn fill(reasons: &[&str], slots: usize) -> Vec<u16> {
    let mut places = vec![0; slots];
    for (reason, place) in reasons.iter().zip(1..) {
        let mut slot = hash(reason) % slots;
        while places[slot] != 0 {
            slot = (slot + 1) % slots;
        }
        places[slot] = place;
    }
    places
}

/// Eight bytes at a time, of which the last ones may overlap those before them.
fn hash(text: &str) -> usize {
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
    use proptest::prelude::*;

    #[test]
    fn each_row_is_found_by_its_reason_however_few_slots_there_are() {
        use status_core::{ClientError, StatusTable};

        fn hold<const SLOTS: usize>() {
            let rows = ClientError::TABLE.statuses();
            let reasons: Vec<&str> = rows.iter().map(status_core::Status::reason).collect();
            let places: [u16; SLOTS] = super::fill(&reasons, SLOTS).try_into().unwrap();
            let found =
                |reason: &str| status_core::__private::place_of_reason(rows, &places, reason);
            for (place, reason) in reasons.iter().enumerate() {
                assert_eq!(found(reason), Some(place));
                assert_eq!(found(&reason[..reason.len() - 1]), None);
            }
            for other in ["", "a", "ab", "abc", "Not found", "é", "OK"] {
                assert_eq!(found(other), None, "{other}");
            }
        }
        hold::<30>();
        hold::<32>();
        hold::<64>();
        hold::<1024>();
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_hash_is_that_of_status_core(text in "[a-zA-Zé -]{0,40}") {
            prop_assert_eq!(super::hash(&text), status_core::__private::hash(&text));
        }
    }
}
