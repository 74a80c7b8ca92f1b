//! This program in rustc's place, as cargo's wrapper: it counts the compiler's instructions.
//!
//! Instructions repeat from run to run where seconds do not.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::{env, fs};

use crate::run;

/// Where the counts go. Set, it makes this program a wrapper.
const LOGS: &str = "STATUS_BENCHES_LOGS";
/// Set where the macros alone count.
const MACROS: &str = "STATUS_BENCHES_MACROS";
/// The compiler itself.
const RUSTC: &str = "STATUS_BENCHES_RUSTC";

pub fn is_one() -> bool {
    env::var_os(LOGS).is_some()
}

/// The function of the standard library from which each macro is called, in the macro's own library, as either way of
/// mangling names has it. Callgrind counts from there to its return.
const ENTRY: [&str; 2] =
    ["proc_macro::bridge::client::run_client", "proc_macro::bridge::client::run_client::<*>"];

/// Compiles what cargo asks for, under valgrind where it is a crate.
pub fn run() -> ExitCode {
    // The first is the name that cargo has for the compiler.
    let arguments: Vec<_> = env::args_os().skip(2).collect();
    let rustc = env::var_os(RUSTC).unwrap_or_else(|| "rustc".into());
    let name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    // Cargo also asks for the version, and compiles a crate `___` to see what the target is like.
    let is_crate = name.is_some_and(|name| name != "___");
    let only_macros = env::var_os(MACROS).is_some();
    let mut command = if is_crate {
        let logs = PathBuf::from(env::var_os(LOGS).unwrap_or_default());
        let mut command = Command::new("valgrind");
        if only_macros {
            command
                .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
                .arg("--collect-atstart=no")
                .args(ENTRY.map(|entry| format!("--toggle-collect={entry}")));
        } else {
            command
                .args(["--tool=cachegrind", "--cache-sim=no", "--branch-sim=no"])
                .arg("--cachegrind-out-file=/dev/null");
        }
        command.arg(format!("--log-file={}/%p", logs.display())).arg(rustc);
        command
    } else {
        Command::new(rustc)
    };
    command.args(arguments);
    if is_crate && only_macros {
        // What comes after the macros would be waited for in vain. The crates that this one depends on are built without:
        // they do other things where the compiler is unstable.
        command.arg("-Zno-analysis").env("RUSTC_BOOTSTRAP", "1");
    }
    match command.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("valgrind does not start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Which compilations count.
#[derive(Clone, Copy)]
pub enum Counted {
    /// The one crate, and none that it depends on.
    Crate,
    /// The macros that are run for the one crate.
    Macros,
    /// All of them.
    Tree,
}

/// The instructions of the compiler while `cargo` builds.
pub fn count(cargo: &mut Command, counted: Counted) -> Result<f64, String> {
    let logs = run::scratch()?.join("logs");
    let failed = |error: std::io::Error| format!("{}: {error}", logs.display());
    if logs.exists() {
        fs::remove_dir_all(&logs).map_err(failed)?;
    }
    fs::create_dir_all(&logs).map_err(failed)?;
    let here = env::current_exe().map_err(|error| format!("no path to this program: {error}"))?;
    let variable = match counted {
        Counted::Crate | Counted::Macros => "RUSTC_WORKSPACE_WRAPPER",
        Counted::Tree => "RUSTC_WRAPPER",
    };
    cargo.env(variable, here).env(LOGS, &logs).env(RUSTC, run::rustc()?);
    if matches!(counted, Counted::Macros) {
        cargo.env(MACROS, "1");
    }
    cargo.env("CARGO_INCREMENTAL", "0");
    run::output(cargo)?;
    let mut sum = 0.0;
    for log in fs::read_dir(&logs).map_err(failed)? {
        let log = fs::read_to_string(log.map_err(failed)?.path()).map_err(failed)?;
        // A macro may run a program, as num_enum's runs cargo: until it does, that is a copy of the compiler, with a log
        // that ends before any count.
        sum += instructions(&log).unwrap_or(0.0);
    }
    if sum > 0.0 { Ok(sum) } else { Err("cargo has compiled nothing".to_owned()) }
}

/// `==12== I   refs:      734,564,835`
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
    }
}
