//! Runs other programs, and provides the directories that they use.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a program and returns what it prints.
pub fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| match (name.as_str(), error.kind()) {
        ("valgrind", ErrorKind::NotFound) => "valgrind is required but not installed".to_owned(),
        _ => format!("could not start {name}: {error}"),
    })?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        // A compiler repeats some errors for each of 500 variants.
        let first: Vec<&str> = errors.lines().take(20).collect();
        return Err(format!("{name} failed with {}:\n{}", output.status, first.join("\n")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The compiler itself. The `rustc` on the PATH may be rustup's proxy, whose instructions are not
/// the compiler's.
pub fn rustc() -> Result<PathBuf, String> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("bin/rustc"))
}

/// The repository.
pub fn workspace() -> &'static Path {
    let benches = Path::new(env!("CARGO_MANIFEST_DIR"));
    benches.parent().unwrap_or(benches)
}

/// A directory in the target directory for the files of the measurements.
pub fn scratch() -> Result<PathBuf, String> {
    let folder = target()?.join("status-benches");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Cargo's target directory: this program is in its subdirectory `release` or `debug`.
fn target() -> Result<PathBuf, String> {
    let here = std::env::current_exe()
        .map_err(|error| format!("cannot find the current executable: {error}"))?;
    let target = here.ancestors().nth(2).map(Path::to_owned);
    target.ok_or_else(|| format!("{} is not in a target directory", here.display()))
}

/// Builds one of this package's programs that need the feature `peers`, and returns its path.
pub fn build(program: &str) -> Result<PathBuf, String> {
    let target = target()?;
    let mut cargo = cargo();
    cargo.args(["build", "--quiet", "--release", "--locked", "--features", "peers"]);
    cargo.args(["--package", "status-benches", "--bin", program]);
    cargo.arg("--target-dir").arg(&target).current_dir(workspace());
    output(&mut cargo)?;
    Ok(target.join("release").join(program))
}
