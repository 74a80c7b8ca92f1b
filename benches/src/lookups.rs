//! Measures the cost of looking up a status.

use std::process::Command;

use crate::figures::{Figures, OURS};
use crate::{callgrind, run};

const PROGRAM: &str = "status-benches-lookups";

pub fn measure(figures: &mut Figures) -> Result<(), String> {
    let program = run::build(PROGRAM)?;
    let profile = callgrind::profile(&program)?;
    for (function, calls) in &profile.made_by {
        // `status_benches_lookups::<look-up>::<peer>::calls`
        let mut path = function.rsplit("::");
        if let (Some("calls"), Some(peer), Some(lookup)) = (path.next(), path.next(), path.next()) {
            figures.set(lookup, peer, calls.per_call());
        }
    }
    let size = run::output(Command::new(program).arg("size"))?;
    let size = size.trim().parse().map_err(|_| format!("{PROGRAM} printed {size:?}"))?;
    figures.set("option", OURS, size);
    Ok(())
}
