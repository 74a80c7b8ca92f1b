//! Measures the cost of creating a response.

use std::process::Command;

use crate::figures::Figures;
use crate::{callgrind, run};

const ALLOCATIONS: &str = "status-benches-allocations";

pub fn measure(figures: &mut Figures) -> Result<(), String> {
    let profile = callgrind::profile(&run::build("status-benches-responses")?)?;
    for (function, calls) in &profile.made_to {
        // `status_benches_responses::cases::<response>::<peer>`
        let Some((_, path)) = function.split_once("_responses::cases::") else { continue };
        if let Some((response, peer)) = path.split_once("::") {
            figures.set(response, peer, calls.per_call());
        }
    }
    for line in run::output(&mut Command::new(run::build(ALLOCATIONS)?))?.lines() {
        let &[response, peer, count] = line.split(' ').collect::<Vec<_>>().as_slice() else {
            return Err(format!("{ALLOCATIONS} printed {line:?}"));
        };
        let count = count.parse().map_err(|_| format!("{ALLOCATIONS} printed {line:?}"))?;
        figures.set(&format!("{response} allocations"), peer, count);
    }
    Ok(())
}
