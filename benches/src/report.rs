//! Runs every measurement and writes `RESULTS.md`.

use std::fs;
use std::process::Command;

use crate::{build, responses, run, runtime};

/// With `all`, the builds too.
pub fn write(all: bool) -> Result<(), String> {
    let path = run::folder().join("RESULTS.md");
    let mut page = head()?;
    let counted = runtime::count()?;
    page += &runtime::page(&counted, &runtime::time()?, &runtime::sizes()?);
    let mut figures = responses::count()?;
    figures.extend(responses::allocations()?);
    page += &responses::page(&figures);
    page += &build::crates::page()?;
    if all {
        page += &build::page()?;
    } else if let Some(builds) = fs::read_to_string(&path).ok().as_deref().and_then(build::page_in)
    {
        // They take long: what the last run with `--all` has found stays.
        page += builds;
    }
    fs::write(&path, page).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}

/// Where and with what this was measured.
fn head() -> Result<String, String> {
    let rustc = run::output(Command::new("rustc").arg("--version"))?;
    let valgrind = run::output(Command::new("valgrind").arg("--version"))?;
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let processor = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'))
        .map_or("unknown", |(_, name)| name.trim());
    Ok(format!(
        "# Results\n\nWritten by `cargo run --release -p status-benches`; the builds by the same with `-- --all`.\n\n\
         Compiler: {}, {}, opt-level 3. Counted with {}. Processor: {processor}.\n\nPeers: {}.\n",
        rustc.trim(),
        std::env::consts::ARCH,
        valgrind.trim(),
        versions()?,
    ))
}

/// The peers' versions, as cargo has resolved them.
fn versions() -> Result<String, String> {
    let tree = run::output(
        run::cargo()
            .args(["tree", "--locked", "-p", "status-benches", "--features", "peers"])
            .args(["--depth", "1", "-e", "normal", "--prefix", "none"])
            .arg("--manifest-path")
            .arg(run::folder().join("Cargo.toml")),
    )?;
    let mut versions: Vec<&str> = tree.lines().skip(1).filter(|line| !line.contains('/')).collect();
    versions.sort_unstable();
    Ok(versions.join(", "))
}
