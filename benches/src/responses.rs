//! What a response costs: instructions and allocations.

use std::process::Command;

use crate::callgrind;
use crate::run;
use crate::table::{Figures, Table};

const PEERS: &[(&str, &str)] = &[
    ("ours", "ours"),
    ("problem_details", "problem_details"),
    ("http_api_problem", "http-api-problem"),
    ("tuple", "tuple + `Json`"),
    ("floor", "floor"),
];

/// Instructions by `response/<which>`, and with its drop by `response/<which>/live`.
pub fn count() -> Result<Figures, String> {
    let profile = callgrind::profile(&run::peers("status-benches-responses")?, None)?;
    let mut figures = Figures::default();
    for (function, calls) in &profile.made_to {
        let Some((_, path)) = function.split_once("_responses::peers::") else { continue };
        let figure = calls.per_call();
        match *path.split("::").collect::<Vec<_>>() {
            [response, peer] => figures.set(&format!("response/{response}"), peer, figure),
            ["live", response, peer] => {
                figures.set(&format!("response/{response}/live"), peer, figure);
            }
            _ => {}
        }
    }
    Ok(figures)
}

/// Allocations and their bytes, by `response/<which>/allocations` and `response/<which>/bytes`.
pub fn allocations() -> Result<Figures, String> {
    let program = run::peers("status-benches-allocations")?;
    let mut figures = Figures::default();
    for line in run::output(&mut Command::new(program))?.lines() {
        let &[response, peer, count, bytes] = line.split('\t').collect::<Vec<_>>().as_slice()
        else {
            return Err(format!("status-benches-allocations has printed {line:?}"));
        };
        let number = |text: &str| text.parse().unwrap_or(f64::NAN);
        figures.set(&format!("response/{response}/allocations"), peer, number(count));
        figures.set(&format!("response/{response}/bytes"), peer, number(bytes));
    }
    Ok(figures)
}

pub fn page() -> Result<String, String> {
    let mut figures = count()?;
    figures.extend(allocations()?);
    Ok(table(&figures))
}

fn table(figures: &Figures) -> String {
    let mut rows = Vec::new();
    for (key, label) in [
        ("redacted", "502, its text kept back"),
        ("detailed", "404, a detail of 40 bytes"),
        ("typed", "the same, with a title and a `type` of its own"),
    ] {
        rows.push((format!("response/{key}"), format!("{label}: instructions")));
        rows.push((
            format!("response/{key}/live"),
            format!("{label}: instructions, its drop included"),
        ));
        rows.push((format!("response/{key}/allocations"), format!("{label}: allocations")));
        rows.push((format!("response/{key}/bytes"), format!("{label}: bytes allocated")));
    }
    let rows: Vec<(&str, &str)> =
        rows.iter().map(|(key, label)| (key.as_str(), label.as_str())).collect();
    Table {
        title: "One response of axum",
        note: "From the error to axum's `Response`, without its drop unless the row says so. All send the same members, which \
               the program checks. The floor is axum's response built by hand on static bytes. Ours carries its status in the \
               response's extensions, too, and beside it what the occurrence adds, for the layer that renders it again and for \
               logs; none of the others does. The first entry of the extensions costs some 390 instructions and three \
               allocations; the second some 180 and one, and its detail, a text beside the one that is sent, another. What \
               is above the bounds are these entries and this text: all else allocates as often as the floor.",
        rows: &rows,
        peers: PEERS,
        digits: 0,
    }
    .markdown(figures)
}
