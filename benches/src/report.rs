//! Runs every measurement and writes `RESULTS.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{build, responses, run, runtime};

/// A part of the page, which can be measured by itself.
struct Part {
    name: &'static str,
    /// It is done soon, and so whenever nothing else is asked for.
    short: bool,
    measure: fn() -> Result<String, String>,
}

const fn part(name: &'static str, short: bool, measure: fn() -> Result<String, String>) -> Part {
    Part { name, short, measure }
}

const PARTS: &[Part] = &[
    part("operations", true, runtime::page),
    part("responses", true, responses::page),
    part("crates", true, build::crates::page),
    part("expansion", false, build::expansions),
    part("bytes", false, build::bytes),
    part("derive", false, build::derive),
    part("tables", false, build::tables),
    part("stacks", false, build::stacks),
    part("growth", false, build::growth),
];

/// The names of all parts.
pub fn parts() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|part| part.name)
}

/// Measures the short parts.
pub fn short() -> Result<(), String> {
    write(|part| part.short)
}

/// Measures all parts.
pub fn all() -> Result<(), String> {
    write(|_| true)
}

/// Measures the parts of these names.
pub fn named(names: &[String]) -> Result<(), String> {
    match names.iter().find(|name| !parts().any(|part| part == **name)) {
        Some(name) => {
            Err(format!("{name} is no part; there are {}", parts().collect::<Vec<_>>().join(", ")))
        }
        None => write(|part| names.iter().any(|name| name == part.name)),
    }
}

/// What is not measured now stays on the page as it is.
fn write(measured: impl Fn(&Part) -> bool) -> Result<(), String> {
    let path = run::folder().join("RESULTS.md");
    let earlier = fs::read_to_string(&path).unwrap_or_default();
    let mut texts: Vec<String> =
        PARTS.iter().map(|part| text_in(&earlier, part.name).to_owned()).collect();
    let head = head()?;
    for (index, part) in PARTS.iter().enumerate().filter(|(_, part)| measured(part)) {
        eprintln!("== {}", part.name);
        texts[index] = (part.measure)()?;
        // After each, since the long ones may be stopped.
        put(&path, &head, &texts)?;
    }
    println!("{}", path.display());
    readme(&texts[0])
}

/// The README shows the operations at the size that most people have.
fn readme(operations: &str) -> Result<(), String> {
    const BEGIN: &str = "<!-- benches -->\n";
    const END: &str = "<!-- until here -->";
    let path = run::folder().with_file_name("README.md");
    let failed = |error| format!("{}: {error}", path.display());
    let readme = fs::read_to_string(&path).map_err(failed)?;
    let table = operations.split("## ").find(|text| text.contains("at 62 codes"));
    let table = table.and_then(|text| text.find("\n|").map(|begin| text[begin..].trim()));
    let (Some(table), Some((before, rest))) = (table, readme.split_once(BEGIN)) else {
        return Err(format!("{}: no table to put there, or no place for it", path.display()));
    };
    let Some((_, after)) = rest.split_once(END) else {
        return Err(format!("{}: {BEGIN} without {END}", path.display()));
    };
    fs::write(&path, format!("{before}{BEGIN}{table}\n{END}{after}")).map_err(failed)
}

fn put(path: &Path, head: &str, texts: &[String]) -> Result<(), String> {
    let mut page = head.to_owned();
    for (part, text) in PARTS.iter().zip(texts).filter(|(_, text)| !text.is_empty()) {
        let _ = write!(page, "\n{}{text}", begin(part.name));
    }
    fs::write(path, page).map_err(|error| format!("{}: {error}", path.display()))
}

/// Where a part begins, by which the next run finds it.
fn begin(name: &str) -> String {
    format!("<!-- {name} -->\n")
}

fn text_in<'a>(page: &'a str, name: &str) -> &'a str {
    let Some((_, text)) = page.split_once(&begin(name)) else { return "" };
    text.split("\n<!-- ").next().unwrap_or(text)
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
        "# Results\n\nWritten by `cargo run --release -p status-benches`; what takes longer, by the same with `-- --all`.\n\n\
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

#[cfg(test)]
mod tests {
    use super::text_in;

    #[test]
    fn a_part_is_found_again() {
        let page = "# Head\n\n<!-- one -->\n\n## One\n\n<!-- two -->\n\n## Two\n";
        assert_eq!(text_in(page, "one"), "\n## One\n");
        assert_eq!(text_in(page, "two"), "\n## Two\n");
        assert_eq!(text_in(page, "three"), "");
    }
}
