//! Programs that this one runs.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a program prints.
pub fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| match (name.as_str(), error.kind()) {
        ("valgrind", ErrorKind::NotFound) => {
            "valgrind counts the instructions, and is not here: apt-get install valgrind".to_owned()
        }
        ("size", ErrorKind::NotFound) => {
            "size tells a program's sections, and is not here: apt-get install binutils".to_owned()
        }
        _ => format!("{name} does not start: {error}"),
    })?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        // A compiler says the same of each of a thousand variants.
        let first: Vec<&str> = errors.lines().take(20).collect();
        return Err(format!("{name} failed with {}:\n{}", output.status, first.join("\n")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What a package depends on, with the versions that cargo has chosen: `tree` is `cargo tree` of that package.
pub fn versions(tree: &mut Command) -> Result<Vec<String>, String> {
    let tree = output(tree.args(["--depth", "1", "-e", "normal", "--prefix", "none"]))?;
    // The first line is the package, and what lies in this workspace has a path behind its version.
    let public = tree.lines().skip(1).filter(|line| !line.contains('/'));
    // `name v1.2.3`, and `(proc-macro)` where it is one.
    let mut versions: Vec<String> =
        public.map(|line| line.split(" (").next().unwrap_or(line).to_owned()).collect();
    versions.sort_unstable();
    Ok(versions)
}

/// The compiler itself: what is on the PATH may be rustup's, whose instructions are not the compiler's.
pub fn rustc() -> Result<PathBuf, String> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("bin/rustc"))
}

/// This package's folder.
pub fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder beside the compiled programs, for what a measurement leaves behind.
pub fn scratch() -> Result<PathBuf, String> {
    let folder = target()?.join("status-benches");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Cargo's target directory, which has this program in `release`.
fn target() -> Result<PathBuf, String> {
    let here = std::env::current_exe();
    let here = here.map_err(|error| format!("no path to this program: {error}"))?;
    here.ancestors()
        .nth(2)
        .map(Path::to_owned)
        .ok_or_else(|| format!("{} lies in no target directory", here.display()))
}

/// Builds the programs that have the peers, and returns the path of one of them.
pub fn peers(name: &str) -> Result<PathBuf, String> {
    let target = target()?;
    output(
        cargo()
            .args([
                "build",
                "--quiet",
                "--release",
                "--locked",
                "--features",
                "peers",
                "--bin",
                name,
            ])
            .arg("--manifest-path")
            .arg(folder().join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&target),
    )?;
    Ok(target.join("release").join(name))
}
