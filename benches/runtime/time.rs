//! Times, as they are told apart on a machine that does other things as well: each round runs every peer once,
//! one after the other, and what counts is the median over many rounds.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::case::Case;

const ROUNDS: usize = 201;
const CALLS: usize = 4_096;

/// Prints `set operation keys peer`, the median of a call in picoseconds, and the median of ours as a ratio to it in
/// thousandths, with tabs between them.
pub fn print(cases: &[Case]) {
    let mut groups: BTreeMap<(&str, &str), Vec<&Case>> = BTreeMap::new();
    for case in cases {
        groups.entry((case.set, case.operation)).or_default().push(case);
    }
    for ((set, operation), peers) in groups {
        let Some(first) = peers.first() else { continue };
        for (keys, codes) in [
            ("random", random(first.rows)),
            ("steady", vec![first.rows[first.rows.len() / 2]; CALLS]),
        ] {
            for (case, (call, ratio)) in peers.iter().zip(measure(&peers, &codes)) {
                println!("{set}\t{operation}\t{keys}\t{}\t{call}\t{ratio}", case.peer);
            }
        }
    }
}

/// For each peer: a call, and ours as a ratio to it.
fn measure(peers: &[&Case], codes: &[u16]) -> Vec<(u128, u128)> {
    let mut rounds: Vec<Vec<Duration>> = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS {
        let mut times = vec![Duration::ZERO; peers.len()];
        // Another one goes first in each round, so that none always finds what another has left in the caches.
        for turn in 0..peers.len() {
            let index = (round + turn) % peers.len();
            times[index] = (peers[index].time)(codes);
        }
        rounds.push(times);
    }
    let ours = peers.iter().position(|case| case.peer == "ours").unwrap_or(0);
    let calls = codes.len() as u128;
    (0..peers.len())
        .map(|peer| {
            let call = median(rounds.iter().map(|times| times[peer].as_nanos() * 1_000 / calls));
            let ratio = |times: &Vec<Duration>| {
                times[ours].as_nanos() * 1_000 / times[peer].as_nanos().max(1)
            };
            (call, median(rounds.iter().map(ratio)))
        })
        .collect()
}

fn median(values: impl Iterator<Item = u128>) -> u128 {
    let mut values: Vec<u128> = values.collect();
    values.sort_unstable();
    values[values.len() / 2]
}

/// Codes of the set in an order that no predictor learns; the same in each run.
fn random(codes: &[u16]) -> Vec<u16> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or(0)
    };
    (0..CALLS).map(|_| codes[next() % codes.len()]).collect()
}
