//! Measures what a layer adds to a request.

use std::process::Command;

use crate::figures::{Figures, OURS};
use crate::{callgrind, run};

const ALLOCATIONS: &str = "status-benches-layer-allocations";

/// The same request without a layer.
const NONE: &str = "none";

pub fn measure(figures: &mut Figures) -> Result<(), String> {
    let mut measured = Figures::default();
    let profile = callgrind::profile(&run::build("status-benches-layers")?)?;
    for (function, calls) in &profile.made_to {
        // `status_benches_layers::cases::<response>::<layer>`
        let Some((_, path)) = function.split_once("_layers::cases::") else { continue };
        if let Some((response, layer)) = path.split_once("::") {
            measured.set(response, layer, calls.per_call());
        }
    }
    for line in run::output(&mut Command::new(run::build(ALLOCATIONS)?))?.lines() {
        let &[response, layer, count] = line.split(' ').collect::<Vec<_>>().as_slice() else {
            return Err(format!("{ALLOCATIONS} printed {line:?}"));
        };
        let count = count.parse().map_err(|_| format!("{ALLOCATIONS} printed {line:?}"))?;
        measured.set(&format!("{response} allocations"), layer, count);
    }
    for response in ["success", "problem", "success allocations", "problem allocations"] {
        let none = measured.get(response, NONE).ok_or("no figure without a layer")?;
        for (layer, figure) in measured.peers(response) {
            match layer {
                NONE => {}
                // A row of its own: it does more than the layer alone.
                "request_id" => {
                    figures.set(&format!("layer: {response}, request_id"), OURS, figure - none);
                }
                _ => figures.set(&format!("layer: {response}"), layer, figure - none),
            }
        }
        let ours = measured.get(response, OURS).ok_or("no figure of ProblemLayer")?;
        figures.set(&format!("layer: {response}"), OURS, ours - none);
    }
    Ok(())
}
