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

/// The bounds are rounded, and the instructions of the allocator and of copies differ a little from run to run
/// and from processor to processor. One instruction of the six that a look-up has is five times as much.
const SLACK: f64 = 1.03;

/// Rows and peers as the figures have them. Lower a bound when ours has got better; raise one only with a reason
/// that `RESULTS.md` tells.
const BOUNDS: &[Bound] = &[
    bound("of_11/from_code_all", "http", 0.84),
    bound("of_11/from_code_all", "strum", 1.01),
    bound("of_11/from_code_all", "by_match", 1.01),
    bound("of_11/from_code_all", "dense", 1.01),
    bound("of_11/from_code", "http_checked", 0.22),
    bound("of_11/from_code", "strum", 0.89),
    bound("of_11/from_code", "by_match", 0.89),
    bound("of_11/from_code", "dense", 1.01),
    bound("of_11/code", "http", 1.01),
    bound("of_11/code", "by_match", 0.51),
    bound("of_11/reason", "strum", 0.76),
    bound("of_11/reason", "by_match", 0.87),
    bound("of_11/reason", "dense", 1.01),
    bound("of_11/documentation", "strum", 0.76),
    bound("of_11/documentation", "by_match", 0.87),
    bound("of_11/documentation", "dense", 1.01),
    bound("of_11/from_phrase", "strum", 1.01),
    bound("of_11/from_phrase", "by_match", 1.06),
    bound("of_11/from_phrase", "phf", 0.07),
    bound("of_11/from_no_phrase", "strum", 1.01),
    bound("of_11/from_no_phrase", "by_match", 1.01),
    bound("of_11/from_no_phrase", "phf", 0.08),
    bound("of_62/from_code_all", "http", 0.85),
    bound("of_62/from_code_all", "strum", 0.64),
    bound("of_62/from_code_all", "by_match", 0.72),
    bound("of_62/from_code_all", "dense", 1.01),
    bound("of_62/from_code", "http_checked", 0.22),
    bound("of_62/from_code", "strum", 0.65),
    bound("of_62/from_code", "by_match", 0.59),
    bound("of_62/from_code", "dense", 1.01),
    bound("of_62/code", "http", 1.01),
    bound("of_62/code", "by_match", 0.41),
    bound("of_62/reason", "strum", 0.56),
    bound("of_62/reason", "by_match", 0.76),
    bound("of_62/reason", "dense", 1.01),
    bound("of_62/documentation", "strum", 0.56),
    bound("of_62/documentation", "by_match", 0.76),
    bound("of_62/documentation", "dense", 1.01),
    bound("of_62/from_phrase", "strum", 1.01),
    bound("of_62/from_phrase", "by_match", 1.02),
    bound("of_62/from_phrase", "phf", 0.10),
    bound("of_62/from_no_phrase", "strum", 1.01),
    bound("of_62/from_no_phrase", "by_match", 1.04),
    bound("of_62/from_no_phrase", "phf", 0.15),
    bound("of_500/from_code_all", "http", 0.84),
    bound("of_500/from_code_all", "strum", 0.84),
    bound("of_500/from_code_all", "by_match", 0.84),
    bound("of_500/from_code_all", "dense", 1.01),
    bound("of_500/from_code", "http_checked", 0.23),
    bound("of_500/from_code", "strum", 1.17),
    bound("of_500/from_code", "by_match", 1.17),
    bound("of_500/from_code", "dense", 1.01),
    bound("of_500/code", "http", 1.01),
    bound("of_500/code", "by_match", 1.01),
    bound("of_500/reason", "strum", 1.01),
    bound("of_500/reason", "by_match", 0.87),
    bound("of_500/reason", "dense", 1.01),
    bound("of_500/documentation", "strum", 1.01),
    bound("of_500/documentation", "by_match", 0.87),
    bound("of_500/documentation", "dense", 1.01),
    bound("of_500/from_phrase", "strum", 0.07),
    bound("of_500/from_phrase", "by_match", 0.07),
    bound("of_500/from_phrase", "phf", 0.37),
    bound("of_500/from_no_phrase", "strum", 0.04),
    bound("of_500/from_no_phrase", "by_match", 0.04),
    bound("of_500/from_no_phrase", "phf", 0.37),
    bound("of_300/status", "by_match", 0.72),
    bound("response/redacted", "problem_details", 0.40),
    bound("response/redacted", "http_api_problem", 0.40),
    bound("response/redacted", "tuple", 0.61),
    bound("response/redacted", "floor", 2.28),
    bound("response/redacted/live", "tuple", 0.78),
    bound("response/redacted/live", "floor", 2.10),
    bound("response/redacted/allocations", "floor", 2.01),
    bound("response/redacted/allocations", "tuple", 1.21),
    bound("response/detailed", "problem_details", 0.56),
    bound("response/detailed", "http_api_problem", 0.57),
    bound("response/detailed", "tuple", 0.83),
    bound("response/detailed", "floor", 2.62),
    bound("response/detailed/live", "tuple", 1.04),
    bound("response/detailed/live", "floor", 2.45),
    bound("response/detailed/allocations", "floor", 2.26),
    bound("response/detailed/allocations", "tuple", 1.81),
    bound("response/typed", "problem_details", 0.31),
    bound("response/typed", "http_api_problem", 0.40),
    bound("response/typed", "tuple", 0.52),
    bound("response/typed", "floor", 2.60),
    bound("response/typed/live", "tuple", 0.70),
    bound("response/typed/live", "floor", 2.44),
    bound("response/typed/allocations", "floor", 2.26),
    bound("response/typed/allocations", "tuple", 1.51),
    bound("derive/500", "thiserror", 1.06),
    bound("table/100", "strum", 0.35),
    bound("crates", "thiserror", 1.00),
    bound("stack", "thiserror", 0.85),
];

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
        println!("{row}: {ratio:.2} times {peer}'s, at most {at_most:.2}");
        if ratio > at_most * SLACK {
            mistakes.push(format!(
                "{row}: ours {ours:.1}, {peer} {theirs:.1}: {ratio:.2} times as much, and the bound is {at_most:.2}"
            ));
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
                "work: ours 12.0, peer 10.0: 1.20 times as much, and the bound is 1.10",
                "work: no figure for ours and none",
            ]
        );
    }
}
