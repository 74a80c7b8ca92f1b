//! Counts the instructions of rustc: cargo runs this program in its place, and this program runs
//! rustc under valgrind.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::{env, fs};

use crate::run;

/// The directory for valgrind's logs. If it is set, this program is the wrapper.
const LOGS: &str = "STATUS_BENCHES_LOGS";
/// The path of the compiler.
const RUSTC: &str = "STATUS_BENCHES_RUSTC";

pub fn is_active() -> bool {
    env::var_os(LOGS).is_some()
}

/// Runs the compiler with the arguments that cargo gave, under valgrind if it compiles a crate.
pub fn run() -> ExitCode {
    // The first argument is cargo's own name for the compiler.
    let arguments: Vec<_> = env::args_os().skip(2).collect();
    let rustc = env::var_os(RUSTC).unwrap_or_else(|| "rustc".into());
    let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    // Cargo also asks for the compiler's version, and for the target's properties with a crate
    // `___`.
    let mut command = if name.is_some_and(|name| name != "___") {
        let logs = PathBuf::from(env::var_os(LOGS).unwrap_or_default());
        let mut command = Command::new("valgrind");
        command
            .args(["--tool=cachegrind", "--cache-sim=no", "--branch-sim=no"])
            .arg("--cachegrind-out-file=/dev/null")
            .arg(format!("--log-file={}/%p", logs.display()))
            .arg(rustc);
        command
    } else {
        Command::new(rustc)
    };
    match command.args(arguments).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            let program = command.get_program().to_string_lossy();
            eprintln!("could not start {program}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Which crates of a build are measured.
#[derive(Clone, Copy)]
pub enum Counted {
    /// The package, without its dependencies.
    Package,
    /// The package and all its dependencies.
    Tree,
}

/// The instructions of rustc while `cargo` runs.
pub fn count(cargo: &mut Command, counted: Counted) -> Result<f64, String> {
    let logs = run::scratch()?.join("logs");
    let failed = |error: std::io::Error| format!("{}: {error}", logs.display());
    if logs.exists() {
        fs::remove_dir_all(&logs).map_err(failed)?;
    }
    fs::create_dir_all(&logs).map_err(failed)?;
    let itself = env::current_exe()
        .map_err(|error| format!("cannot find the current executable: {error}"))?;
    let wrapper = match counted {
        Counted::Package => "RUSTC_WORKSPACE_WRAPPER",
        Counted::Tree => "RUSTC_WRAPPER",
    };
    cargo.env(wrapper, itself).env(LOGS, &logs).env(RUSTC, run::rustc()?);
    cargo.env("CARGO_INCREMENTAL", "0");
    run::output(cargo)?;
    let mut sum = 0.0;
    for log in fs::read_dir(&logs).map_err(failed)? {
        let log = fs::read_to_string(log.map_err(failed)?.path()).map_err(failed)?;
        // A process that rustc starts, such as the linker, has a log that ends before the count.
        sum += instructions(&log).unwrap_or(0.0);
    }
    if sum > 0.0 { Ok(sum) } else { Err("cargo compiled nothing".to_owned()) }
}

/// Reads `==12== I   refs:      734,564,835`.
fn instructions(log: &str) -> Option<f64> {
    let line = log.lines().find(|line| line.contains("refs:"))?;
    line.rsplit(' ').next()?.replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn instructions_are_read_from_the_log() {
        let log = "==12== Command: rustc\n==12== \n==12== I   refs:      734,564,835\n";
        assert_eq!(super::instructions(log), Some(734_564_835.0));
        assert_eq!(super::instructions("==12== Command: cc\n"), None);
    }
}
