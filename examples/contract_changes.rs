//! Prints the changes between two contracts as Markdown, for the description of a pull request:
//!
//! ```text
//! git show main:errors.json > /tmp/errors.json
//! cargo run --example contract_changes /tmp/errors.json errors.json
//! ```
//!
//! Exits with 1 if a change is breaking, and with 2 if a file cannot be read.

use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use status_core::contract::{Change, Impact, diff};
use status_core::describe::Catalog;

fn read(path: &str) -> Result<Catalog, String> {
    let json = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    Catalog::from_json(&json).map_err(|error| format!("{path}: {error}"))
}

fn print(changes: &[Change], out: &mut impl Write) -> io::Result<()> {
    if changes.is_empty() {
        return writeln!(out, "The errors have not changed.");
    }
    for (impact, heading) in [
        (Impact::Breaking, "### Breaking changes of the errors"),
        (Impact::Additive, "### New in the errors"),
        (Impact::Wording, "### Changes of wording"),
    ] {
        let mut of_impact = changes.iter().filter(|change| change.impact() == impact).peekable();
        if of_impact.peek().is_some() {
            writeln!(out, "{heading}\n")?;
            for change in of_impact {
                writeln!(out, "- {change}")?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [old, new] = arguments.as_slice() else {
        return Err("expected two files: the old contract and the new one".into());
    };
    let changes = diff(&read(old)?, &read(new)?);
    print(&changes, &mut io::stdout().lock())?;
    let is_breaking = changes.iter().any(|change| change.impact() == Impact::Breaking);
    Ok(if is_breaking { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("contract_changes: {error}");
        ExitCode::from(2)
    })
}
