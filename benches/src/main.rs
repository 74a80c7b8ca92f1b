//! status-core beside its peers, on the same work, in one run.
//!
//! What can be counted is counted: instructions under valgrind, allocations, bytes. Times are told as ratios.

mod asked;
mod bounds;
mod build;
mod callgrind;
mod report;
mod responses;
mod run;
mod runtime;
mod table;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    if build::wrapper::is_one() {
        return build::wrapper::run();
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.first().map(String::as_str) {
        None => report::short(),
        Some("--all") => report::all(),
        Some("--check") => bounds::check(),
        Some(flag) if flag.starts_with('-') => Err(usage()),
        Some(_) => report::named(&arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    format!(
        "Measures status-core beside its peers and writes benches/RESULTS.md.\n\n  \
         (nothing)  what an operation and a response cost, and the crates\n  \
         --all      the builds as well, which takes far longer\n  \
         --check    counts what has a bound, and writes nothing\n  \
         a part     one or several of {}",
        report::parts().collect::<Vec<_>>().join(", ")
    )
}
