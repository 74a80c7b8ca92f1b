//! What status-core costs its users, measured and compared with other crates on the same work.
//!
//! Only reproducible figures are used: instructions under valgrind, allocations, bytes. Wall-clock
//! times are unreliable on a shared machine.

mod bounds;
mod builds;
mod callgrind;
mod crates;
mod figures;
mod layers;
mod lookups;
mod package;
mod report;
mod responses;
mod run;
mod sources;
mod wrapper;

use std::env;
use std::process::ExitCode;

use bounds::{SECTIONS, Section};
use figures::Figures;

const USAGE: &str = "\
usage: cargo run --release -p status-benches [-- --check [section...]]

With no arguments, measures every section and writes benches/RESULTS.md.
With --check, measures the sections given, or all but `tree`, and writes nothing.
Either way, fails if a figure exceeds its bound.";

fn main() -> ExitCode {
    if wrapper::is_active() {
        return wrapper::run();
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    match measure(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &[String]) -> Result<(), String> {
    let sections = match arguments {
        [] => SECTIONS.iter().collect(),
        [flag] if flag == "--check" => SECTIONS.iter().filter(|section| section.quick).collect(),
        [flag, names @ ..] if flag == "--check" => named(names)?,
        _ => return Err(USAGE.to_owned()),
    };
    let mut figures = Figures::default();
    for section in &sections {
        eprintln!("measuring {}", section.name);
        (section.measure)(&mut figures)?;
    }
    if arguments.is_empty() {
        report::write(&figures)?;
    }
    bounds::check(&sections, &figures)
}

fn named(names: &[String]) -> Result<Vec<&'static Section>, String> {
    let section = |name: &String| {
        SECTIONS.iter().find(|section| section.name == name).ok_or_else(|| {
            let names: Vec<_> = SECTIONS.iter().map(|section| section.name).collect();
            format!("unknown section `{name}`, expected one of: {}\n\n{USAGE}", names.join(", "))
        })
    };
    names.iter().map(section).collect()
}
