//! Where a hash of its reason leads to each row: `place_of_reason` in status-core's `lookup.rs` looks
//! there, and hashes in the same way. The compiler would be a hundred times slower at this.

/// The places of the rows by their reasons, counted from 1 on: a row stands where the hash of its
/// reason points, or in the next slot that is free.
pub fn places(reasons: &[&str]) -> Vec<u16> {
    let mut slots = vec![0; (2 * reasons.len()).next_power_of_two()];
    for (reason, place) in reasons.iter().zip(1..) {
        let mut slot = hash(reason) % slots.len();
        // Half of them are free.
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = place;
    }
    slots
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

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_hash_is_that_of_status_core(text in "[a-zA-Zé -]{0,40}") {
            prop_assert_eq!(super::hash(&text), status_core::__private::hash(&text));
        }
    }
}
