//! What an operation costs: instructions for one call, times as ratios, sizes.

use std::process::Command;

use crate::callgrind;
use crate::run;
use crate::table::{Figures, Table};

const PROGRAM: &str = "status-benches-runtime";

pub const PEERS: &[(&str, &str)] = &[
    ("ours", "ours"),
    ("http", "http"),
    ("http_checked", "http and its reason"),
    ("strum", "strum"),
    ("num_enum", "num_enum"),
    ("phf", "phf"),
    ("by_match", "`match` by hand"),
    ("dense", "dense table by hand"),
];

/// The operations, by their names in the program.
const ROWS: &[(&str, &str)] = &[
    ("from_code_all", "u16 to status, all 65,536"),
    ("from_code", "u16 to status, those with a row"),
    ("code", "status to code"),
    ("reason", "status to reason"),
    ("documentation", "status to documentation"),
    ("from_phrase", "phrase to status, hit"),
    ("from_no_phrase", "phrase to status, miss"),
];

const SETS: &[(&str, &str)] = &[
    ("of_11", "at 11 codes"),
    ("of_62", "at 62 codes"),
    ("of_500", "at 500 codes"),
    ("canonical", "at 11 codes, status-core's own `ServerError`, which lies in another crate"),
];

/// Instructions, by `set/operation`.
pub fn count() -> Result<Figures, String> {
    let program = run::peers(PROGRAM)?;
    let mut figures = Figures::default();
    for (argument, suffix) in [("count", ""), ("count-all", "_all")] {
        let profile = callgrind::profile(&program, Some(argument))?;
        for (function, calls) in &profile.made_by {
            let mut path = function.rsplit("::");
            let (Some("calls"), Some(peer), Some(operation), Some(set)) =
                (path.next(), path.next(), path.next(), path.next())
            else {
                continue;
            };
            figures.set(&format!("{set}/{operation}{suffix}"), peer, calls.per_call());
        }
    }
    Ok(figures)
}

/// Times, by `set/operation/keys`: nanoseconds of a call under `<peer> ns`, and ours as a ratio to it under `<peer>`.
pub fn time() -> Result<Figures, String> {
    let mut figures = Figures::default();
    for line in run::output(Command::new(run::peers(PROGRAM)?).arg("time"))?.lines() {
        let &[set, operation, keys, peer, call, ratio] =
            line.split('\t').collect::<Vec<_>>().as_slice()
        else {
            return Err(format!("{PROGRAM} has printed {line:?}"));
        };
        let thousandth = |text: &str| text.parse().map_or(f64::NAN, |figure: f64| figure / 1_000.0);
        let row = format!("{set}/{operation}/{keys}");
        figures.set(&row, &format!("{peer} ns"), thousandth(call));
        figures.set(&row, peer, thousandth(ratio));
    }
    Ok(figures)
}

/// Bytes, by `set/size` and `set/size of an option`.
pub fn sizes() -> Result<Figures, String> {
    let mut figures = Figures::default();
    for line in run::output(Command::new(run::peers(PROGRAM)?).arg("sizes"))?.lines() {
        let &[set, peer, status, option] = line.split('\t').collect::<Vec<_>>().as_slice() else {
            return Err(format!("{PROGRAM} has printed {line:?}"));
        };
        let bytes = |text: &str| text.parse().unwrap_or(f64::NAN);
        figures.set(&format!("{set}/size"), peer, bytes(status));
        figures.set(&format!("{set}/size of an option"), peer, bytes(option));
    }
    Ok(figures)
}

pub fn page() -> Result<String, String> {
    Ok(tables(&count()?, &time()?, &sizes()?))
}

fn tables(counted: &Figures, timed: &Figures, sizes: &Figures) -> String {
    let mut out = String::new();
    for (set, name) in SETS {
        let keys: Vec<(String, &str)> =
            ROWS.iter().map(|(row, label)| (format!("{set}/{row}"), *label)).collect();
        let about = match *set {
            "of_11" => {
                " Up to 64 phrases are a `match` with one `Some` around it, which is a quarter less for the compiler than one \
                 in each arm, and here an instruction more."
            }
            "of_500" => {
                " Its codes leave no gap. What a `match` on them becomes takes an instruction less than a table where a code \
                 has a row, and one more over all; and it is one more thing in each row for the compiler."
            }
            _ => "",
        };
        let peers = if *set == "canonical" { &PEERS[..1] } else { PEERS };
        out += &Table {
            title: &format!("Instructions for one call, {name}"),
            note: &format!("Out of line, the return included; the mean over the keys.{about}"),
            rows: &borrowed(&keys),
            peers,
            digits: 1,
        }
        .markdown(counted);
    }
    out += &Table {
        title: "Instructions for `status()` of an error enum",
        note: "300 variants that carry data.",
        rows: &[("of_300/status", "error to status")],
        peers: &[("ours", "ours"), ("by_match", "`match` by hand, to a table")],
        digits: 1,
    }
    .markdown(counted);
    out += &Table {
        title: "Bytes of a status",
        note: "`size_of`.",
        rows: &[
            ("of_62/size", "status, 62 codes"),
            ("of_62/size of an option", "`Option` of it"),
            ("of_500/size", "status, 500 codes"),
            ("of_500/size of an option", "`Option` of it"),
        ],
        peers: PEERS,
        digits: 0,
    }
    .markdown(sizes);
    for (set, name) in &SETS[..3] {
        out += &times(set, name, timed);
    }
    out + &Table {
        title: "Time of `status()` of an error enum, ours as a ratio",
        note: "300 variants that carry data; below 1, ours is faster.",
        rows: &[("of_300/status/random", "random"), ("of_300/status/steady", "steady")],
        peers: &[("ours ns", "ours, ns"), ("by_match", "`match` by hand, to a table")],
        digits: 2,
    }
    .markdown(timed)
        + &behind(&[("of_300/status/random", "random"), ("of_300/status/steady", "steady")], timed)
}

/// Where ours takes longer than a peer. Less than a twentieth is no difference: it is not found again in the next run.
fn behind(rows: &[(&str, &str)], timed: &Figures) -> String {
    const LEVEL: f64 = 1.05;
    let mut cells = Vec::new();
    for (key, label) in rows {
        for (peer, name) in &PEERS[1..] {
            if let Some(ratio) = timed.get(key, peer).filter(|ratio| *ratio > LEVEL) {
                cells.push(format!("{label}, {ratio:.2} of {name}"));
            }
        }
    }
    if cells.is_empty() {
        "\nOurs is ahead or level, which is within a twentieth, in each cell.\n".to_owned()
    } else {
        format!("\nOurs is behind, by more than a twentieth: {}.\n", cells.join("; "))
    }
}

fn times(set: &str, name: &str, timed: &Figures) -> String {
    let mut keys = Vec::new();
    for (row, label) in &ROWS[1..] {
        for order in ["random", "steady"] {
            keys.push((format!("{set}/{row}/{order}"), format!("{label}, {order}")));
        }
    }
    let keys: Vec<(String, &str)> =
        keys.iter().map(|(key, label)| (key.clone(), label.as_str())).collect();
    let mut peers = vec![("ours ns", "ours, ns")];
    peers.extend_from_slice(&PEERS[1..]);
    Table {
        title: &format!("Time of one call {name}, ours as a ratio"),
        note: "Inlined into a loop, the loop included; below 1, ours is faster. The median of 201 rounds, each of which \
               runs every peer.",
        rows: &borrowed(&keys),
        peers: &peers,
        digits: 2,
    }
    .markdown(timed)
        + &behind(&borrowed(&keys), timed)
}

fn borrowed<'a>(rows: &'a [(String, &'a str)]) -> Vec<(&'a str, &'a str)> {
    rows.iter().map(|(key, label)| (key.as_str(), *label)).collect()
}

#[cfg(test)]
mod tests {
    use super::behind;
    use crate::table::Figures;

    #[test]
    fn where_ours_is_behind_is_told() {
        let mut timed = Figures::default();
        timed.set("a", "ours", 1.0);
        timed.set("a", "http", 1.04);
        assert!(behind(&[("a", "A")], &timed).contains("ahead or level"));
        timed.set("a", "dense", 1.23);
        assert_eq!(
            behind(&[("a", "A")], &timed),
            "\nOurs is behind, by more than a twentieth: A, 1.23 of dense table by hand.\n"
        );
    }
}
