//! What this project asks of itself, by the rows of the figures. `bounds.rs` has what it has reached, which `--check`
//! holds; here stands what it wants to reach, and each table says beside its figures where they are above.

use std::fmt::Write as _;

use crate::table::{Figures, number};

/// Ours is at most this.
pub struct Asked {
    row: &'static str,
    pub at_most: f64,
    /// What ours has for what is above. Empty where the table's note says it.
    buys: &'static str,
}

const fn asked(row: &'static str, at_most: f64, buys: &'static str) -> Asked {
    Asked { row, at_most, buys }
}

const PHRASE: &str = "a look-up that compares the phrase to its end: a `match` up to 64 rows, and beyond a hash, which takes \
                      as much however many rows there are";
const ROW: &str = "a row that has all that a response and the log need of a variant";

/// Of each set of a table's rows, whose name stands before.
const OF_A_SET: &[Asked] = &[
    asked("from_code_all", 6.0, ""),
    asked("from_code", 8.0, ""),
    asked("code", 3.0, ""),
    asked("reason", 6.0, ""),
    asked("documentation", 6.0, ""),
    asked("from_phrase", 26.0, PHRASE),
    asked("from_no_phrase", 35.0, PHRASE),
    asked("size", 2.0, ""),
    asked("size of an option", 2.0, ""),
];

const ASKED: &[Asked] = &[
    asked("response/redacted", 1_000.0, ""),
    asked("response/redacted/allocations", 5.0, ""),
    asked("response/detailed", 1_600.0, ""),
    asked("response/detailed/allocations", 6.0, ""),
    asked("crates", 6.0, ""),
    asked("derive/1000", 600.0, ROW),
    asked("table", 1_000.0, ROW),
    asked("table/optimised", 700.0, ROW),
    asked("stack", 12.0, ""),
];

/// What is asked in this row.
pub fn in_row(row: &str) -> Option<&'static Asked> {
    let (asked, row) = match row.split_once('/') {
        Some((set, row)) if set.starts_with("of_") => (OF_A_SET, row),
        _ => (ASKED, row),
    };
    asked.iter().find(|asked| asked.row == row)
}

/// Those of these rows, given with their labels, in which ours is above: a line for all that have the same for it.
pub fn above(rows: &[(&str, &str)], digits: usize, figures: &Figures) -> String {
    let mut lines: Vec<(&str, Vec<String>)> = Vec::new();
    for (key, label) in rows {
        let (Some(asked), Some(ours)) = (in_row(key), figures.get(key, "ours")) else { continue };
        let above = number(ours - asked.at_most, digits);
        // As the page has it: less than its last digit is nothing.
        if ours < asked.at_most || above == number(0.0, digits) {
            continue;
        }
        let row = format!("{label}, by {above}");
        match lines.iter_mut().find(|(buys, _)| *buys == asked.buys) {
            Some((_, rows)) => rows.push(row),
            None => lines.push((asked.buys, vec![row])),
        }
    }
    let mut out = String::new();
    for (buys, rows) in lines {
        let _ = write!(out, "\nAbove what is asked: {}", rows.join("; "));
        if !buys.is_empty() {
            let _ = write!(out, " – for {buys}");
        }
        out.push_str(".\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::above;
    use crate::table::Figures;

    #[test]
    fn what_is_above_is_told_as_the_page_rounds_it() {
        let told = |hit, miss| {
            let mut figures = Figures::default();
            figures.set("of_62/from_phrase", "ours", hit);
            figures.set("of_62/from_no_phrase", "ours", miss);
            let rows =
                [("of_62/from_phrase", "hit"), ("of_62/from_no_phrase", "miss"), ("nothing", "n")];
            above(&rows, 1, &figures)
        };
        assert_eq!(told(25.0, 35.0), "");
        assert_eq!(told(26.04, 34.0), "");
        let both = told(26.4, 35.5);
        assert!(
            both.starts_with("\nAbove what is asked: hit, by 0.4; miss, by 0.5 – for a look-up")
        );
        assert!(both.ends_with(" are.\n"));
    }
}
