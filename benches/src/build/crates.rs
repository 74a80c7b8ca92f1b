//! How many crates each brings along.

use crate::build::package::Package;
use crate::build::source::{STACKS, Stack};
use crate::table::{Figures, Table};

/// By `crates`, those of these stacks.
pub fn count(counted: impl Fn(&Stack) -> bool) -> Result<Figures, String> {
    let mut figures = Figures::default();
    for stack in STACKS.iter().filter(|stack| counted(stack)) {
        let package = Package::new(&format!("stack-{}", stack.key), &stack.dependencies(), "")?;
        #[expect(clippy::cast_precision_loss, reason = "a few dozen")]
        figures.set("crates", stack.key, package.crates()? as f64);
    }
    Ok(figures)
}

pub fn page() -> Result<String, String> {
    let figures = count(|_| true)?;
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
