//! How many crates each brings along.

use crate::build::package::Package;
use crate::build::source::STACKS;
use crate::table::{Figures, Table};

pub fn page() -> Result<String, String> {
    let mut figures = Figures::default();
    for stack in STACKS {
        let package = Package::new(&format!("stack-{}", stack.key), &stack.dependencies(), "")?;
        #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
        figures.set("crates", stack.key, package.crates()? as f64);
    }
    let peers: Vec<(&str, &str)> = STACKS.iter().map(|stack| (stack.key, stack.name)).collect();
    let table = Table {
        title: "Crates compiled",
        note: "For the crate with the features that it has by default, ours without any; itself included.",
        rows: &[("crates", "crates")],
        peers: &peers,
        digits: 0,
    };
    Ok(table.markdown(&figures))
}
