//! How far ours may be from each peer. `--check` fails where a ratio has got worse.

use crate::build;
use crate::responses;
use crate::runtime;
use crate::table::Figures;

/// Ours, divided by the peer, is at most this.
struct Bound {
    row: &'static str,
    peer: &'static str,
    at_most: f64,
}

const fn bound(row: &'static str, peer: &'static str, at_most: f64) -> Bound {
    Bound { row, peer, at_most }
}

/// A figure is a mean over keys, and moves with the compiler: a hundredth is no change.
const SLACK: f64 = 1.01;

const BOUNDS: &[Bound] = &[bound("of_62/from_code", "http", 1.0)];

/// Counts what has a bound.
pub fn check() -> Result<(), String> {
    let mut figures = runtime::count()?;
    figures.extend(responses::count()?);
    figures.extend(responses::allocations()?);
    figures.extend(build::count_small()?);
    let mistakes = judge(BOUNDS, &figures);
    if mistakes.is_empty() {
        println!("{} ratios, each within its bound", BOUNDS.len());
        return Ok(());
    }
    Err(mistakes.join("\n"))
}

fn judge(bounds: &[Bound], figures: &Figures) -> Vec<String> {
    let mut mistakes = Vec::new();
    for Bound { row, peer, at_most } in bounds {
        let (Some(ours), Some(theirs)) = (figures.get(row, "ours"), figures.get(row, peer)) else {
            mistakes.push(format!("{row}: no figure for ours and {peer}"));
            continue;
        };
        let ratio = ours / theirs;
        if ratio > at_most * SLACK {
            mistakes.push(format!(
                "{row}: ours {ours:.1}, {peer} {theirs:.1}: {ratio:.2} times as much, at most {at_most:.2}"
            ));
        } else if ratio * 1.1 < *at_most {
            println!("{row}: {ratio:.2} times {peer}'s, and the bound is {at_most:.2}: lower it");
        }
    }
    mistakes
}

#[cfg(test)]
mod tests {
    use super::{bound, judge};
    use crate::table::Figures;

    #[test]
    fn a_ratio_beyond_its_bound_is_named() {
        let mut figures = Figures::default();
        figures.set("work", "ours", 12.0);
        figures.set("work", "peer", 10.0);
        assert!(judge(&[bound("work", "peer", 1.2)], &figures).is_empty());
        assert_eq!(
            judge(&[bound("work", "peer", 1.1), bound("work", "none", 1.0)], &figures),
            [
                "work: ours 12.0, peer 10.0: 1.20 times as much, at most 1.10",
                "work: no figure for ours and none",
            ]
        );
    }
}
