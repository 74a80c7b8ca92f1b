//! status-core beside its peers, on the same work, in one run.
//!
//! What can be counted is counted: instructions under valgrind, allocations, bytes. Times are told as ratios.

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

const USAGE: &str = "\
Measures status-core beside its peers and writes benches/RESULTS.md.

  cargo run --release -p status-benches              what is counted at run time, the times, the crates
  cargo run --release -p status-benches -- --all     the builds as well, which takes half an hour
  cargo run --release -p status-benches -- --check   counts what bounds.rs has a bound for, and writes nothing
";

fn main() -> ExitCode {
    if build::wrapper::is_one() {
        return build::wrapper::run();
    }
    let result = match env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => report::write(false),
        [flag] if flag == "--all" => report::write(true),
        [flag] if flag == "--check" => bounds::check(),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
