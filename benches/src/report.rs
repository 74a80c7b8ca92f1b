//! Runs every measurement and writes `RESULTS.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::table::AT_MOST;
use crate::{build, responses, run, runtime};

/// A part of the page, which can be measured by itself.
struct Part {
    name: &'static str,
    /// It is done soon, and so whenever nothing else is asked for.
    short: bool,
    measure: fn() -> Result<String, String>,
    /// Those that it compares, with their versions.
    peers: fn() -> Result<Vec<String>, String>,
}

const PARTS: &[Part] = &[
    Part { name: "operations", short: true, measure: runtime::page, peers: linked },
    Part { name: "responses", short: true, measure: responses::page, peers: linked },
    Part { name: "crates", short: true, measure: build::crates::page, peers: build::stacked },
    Part { name: "expansion", short: false, measure: build::expansions, peers: build::deriving },
    Part { name: "bytes", short: false, measure: build::bytes, peers: build::adding_bytes },
    Part { name: "derive", short: false, measure: build::derive, peers: build::deriving },
    Part { name: "tables", short: false, measure: build::tables, peers: build::with_tables },
    Part { name: "stacks", short: false, measure: build::stacks, peers: build::stacked },
    Part { name: "growth", short: false, measure: build::growth, peers: build::growing },
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
    for (index, part) in PARTS.iter().enumerate().filter(|(_, part)| measured(part)) {
        eprintln!("== {}", part.name);
        texts[index] = (part.measure)()? + &found_with(&(part.peers)()?)?;
        // After each, since the long ones may be stopped.
        put(&path, &texts)?;
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
    let table = table.map(without_asked).filter(|table| !table.is_empty());
    let (Some(table), Some((before, rest))) = (table, readme.split_once(BEGIN)) else {
        return Err(format!("{}: no table to put there, or no place for it", path.display()));
    };
    let Some((_, after)) = rest.split_once(END) else {
        return Err(format!("{}: {BEGIN} without {END}", path.display()));
    };
    fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}")).map_err(failed)
}

/// The table in this text, without the column of what is asked.
fn without_asked(text: &str) -> String {
    let mut rows = text.lines().filter(|line| line.starts_with('|')).peekable();
    let asked = format!(" {AT_MOST} |");
    let is_asked = rows.peek().is_some_and(|head| head.ends_with(&asked));
    let row = |row: &str| match row.strip_suffix('|').and_then(|row| row.rsplit_once('|')) {
        Some((peers, _)) if is_asked => format!("{peers}|\n"),
        _ => format!("{row}\n"),
    };
    rows.map(row).collect()
}

fn put(path: &Path, texts: &[String]) -> Result<(), String> {
    let mut page = format!(
        "# Results\n\nWritten by `cargo run --release -p status-benches`; what takes longer, by the same with `-- --all`. \
         Each part says with what it was found. \"{AT_MOST}\" is what this project asks of itself.\n"
    );
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

/// With what a part was found: the parts are written at different times.
fn found_with(peers: &[String]) -> Result<String, String> {
    let rustc = run::output(Command::new("rustc").arg("--version"))?;
    let valgrind = run::output(Command::new("valgrind").arg("--version"))?;
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let processor = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'))
        .map_or("unknown", |(_, name)| name.trim());
    Ok(format!(
        "\nFound with {} for {}, {}, on {processor}, beside {}.\n",
        rustc.trim(),
        std::env::consts::ARCH,
        valgrind.trim(),
        peers.join(", "),
    ))
}

/// What the programs are linked with, as cargo has resolved it.
fn linked() -> Result<Vec<String>, String> {
    run::versions(
        run::cargo()
            .args(["tree", "--locked", "-p", "status-benches", "--features", "peers"])
            .arg("--manifest-path")
            .arg(run::folder().join("Cargo.toml")),
    )
}

#[cfg(test)]
mod tests {
    use super::{text_in, without_asked};

    #[test]
    fn a_part_is_found_again() {
        let page = "# Head\n\n<!-- one -->\n\n## One\n\n<!-- two -->\n\n## Two\n";
        assert_eq!(text_in(page, "one"), "\n## One\n");
        assert_eq!(text_in(page, "two"), "\n## Two\n");
        assert_eq!(text_in(page, "three"), "");
    }

    #[test]
    fn the_readme_has_the_peers_alone() {
        let peers = "| | ours |\n| --- | ---: |\n| a | 1 |\n";
        let asked =
            "note\n\n| | ours | at most |\n| --- | ---: | ---: |\n| a | 1 | 2 |\n\nFound.\n";
        assert_eq!(without_asked(asked), peers);
        assert_eq!(without_asked(peers), peers);
    }
}
