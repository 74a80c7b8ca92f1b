//! Each operation as each peer does it. The command runs this under callgrind and by the clock.
//!
//! `count` and `count-all` call each operation for callgrind to see, `time` prints the times, `sizes` the sizes.

mod case;
mod error;
mod tables;
mod time;

use std::process::ExitCode;

use case::Case;

fn cases() -> Vec<Case> {
    let mut cases = tables::cases();
    cases.extend(error::of_300::status::cases());
    cases
}

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("count") => cases().iter().for_each(|case| (case.count)(case.rows)),
        Some("count-all") => {
            let every: Vec<u16> = (0..=u16::MAX).collect();
            let from_code = |case: &&Case| case.operation == "from_code";
            cases().iter().filter(from_code).for_each(|case| (case.count)(&every));
        }
        Some("time") => time::print(&cases()),
        Some("sizes") => tables::print_sizes(),
        _ => {
            eprintln!("one of `count`, `count-all`, `time` and `sizes`");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
