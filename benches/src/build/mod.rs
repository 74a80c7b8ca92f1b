//! What a build costs, in instructions of rustc.

pub mod crates;
mod package;
mod source;
pub mod wrapper;

use crate::table::{Figures, Table};
use package::Package;
use source::{BARE, ERRORS, Peer, STACKS, Stack, TABLES};

/// What `--check` has the time for: the derive beside thiserror's, a table beside strum's, the crates, and a clean build of
/// them.
pub fn count_small() -> Result<Figures, String> {
    let mut figures = crates::count(|stack| matches!(stack.key, "ours" | "thiserror"))?;
    stack(&mut figures, &["ours", "thiserror"])?;
    errors(&mut figures, 500, compared())?;
    let small = |peer: &&Peer| matches!(peer.key, "ours" | "strum");
    rows(&mut figures, "table/100", 100, TABLES.iter().filter(small))?;
    Ok(figures)
}

/// Where all of them would take too long: ours, and what most people have.
fn compared() -> impl Iterator<Item = &'static Peer> {
    ERRORS.iter().filter(|peer| matches!(peer.key, "ours" | "thiserror"))
}

fn progress(what: &str) {
    eprintln!("{what} ...");
}

/// Instructions of `cargo check` for each variant, in thousands, by `derive/<size>`.
fn errors<'a>(
    figures: &mut Figures,
    size: u16,
    peers: impl Iterator<Item = &'a Peer>,
) -> Result<(), String> {
    let row = format!("derive/{size}");
    let check = |peer: &Peer| {
        progress(&format!("cargo check, {size} variants, {}", peer.name));
        let name = format!("error-{}-{size}", peer.key.replace('_', "-"));
        Package::new(&name, &peer.dependencies(), &peer.error(size.into()))?.check()
    };
    let bare = check(&BARE)?;
    let each = f64::from(size) * 1e3;
    let empty = Package::new("error-none", "", "")?.check()?;
    figures.set(&row, BARE.key, (bare - empty) / each);
    for peer in peers {
        figures.set(&row, peer.key, (check(peer)? - bare) / each);
    }
    Ok(())
}

/// Instructions of `cargo check` for each row of a table, in thousands, by `row`.
fn rows<'a>(
    figures: &mut Figures,
    row: &str,
    size: u16,
    peers: impl Iterator<Item = &'a Peer>,
) -> Result<(), String> {
    let bare = table_of("bare", "", &source::bare_table(size.into()), size)?.check()?;
    for peer in peers {
        progress(&format!("cargo check, {size} rows, {}", peer.name));
        let package = table_of(peer.key, &peer.dependencies(), &peer.table(size.into()), size)?;
        figures.set(row, peer.key, (package.check()? - bare) / f64::from(size) / 1e3);
    }
    Ok(())
}

fn table_of(key: &str, dependencies: &str, source: &str, size: u16) -> Result<Package, String> {
    Package::new(&format!("table-{}-{size}", key.replace('_', "-")), dependencies, source)
}

/// Instructions of an optimised build of a table of 500 rows, in millions, by `table/optimised`.
fn optimised(figures: &mut Figures) -> Result<(), String> {
    let bare = table_of("bare", "", &source::bare_table(500), 500)?.optimised()?;
    figures.set("table/optimised", "bare", bare / 1e6);
    for peer in TABLES {
        progress(&format!("an optimised build, 500 rows, {}", peer.name));
        let package = table_of(peer.key, &peer.dependencies(), &peer.table(500), 500)?;
        figures.set("table/optimised", peer.key, package.optimised()? / 1e6);
    }
    Ok(())
}

/// A clean build: instructions in thousands of millions, by `stack`.
fn stack(figures: &mut Figures, counted: &[&str]) -> Result<(), String> {
    for stack in STACKS.iter().filter(|stack| counted.contains(&stack.key)) {
        progress(&format!("a clean build, {}", stack.name));
        figures.set("stack", stack.key, with(stack)?.clean()? / 1e9);
    }
    Ok(())
}

/// Seconds of processor time for it, ours as a ratio, by `stack/seconds`.
fn stack_seconds(figures: &mut Figures, timed: &[&str]) -> Result<(), String> {
    let mut packages = Vec::new();
    for stack in STACKS.iter().filter(|stack| timed.contains(&stack.key)) {
        packages.push((stack.key, with(stack)?, Vec::new()));
    }
    for round in 1..=5 {
        progress(&format!("clean builds by the clock, round {round}"));
        for (_, package, seconds) in &mut packages {
            seconds.push(package.clean_seconds()?);
        }
    }
    let mut ours = f64::NAN;
    for (key, _, mut seconds) in packages {
        seconds.sort_by(f64::total_cmp);
        let median = seconds[seconds.len() / 2];
        if key == "ours" {
            ours = median;
        }
        figures.set("stack/seconds", key, ours / median);
    }
    Ok(())
}

/// An empty package that has a stack.
fn with(stack: &Stack) -> Result<Package, String> {
    Package::new(&format!("stack-{}", stack.key), &stack.dependencies(), "")
}

/// What one more variant expands to, by `expansion/tokens` and `expansion/bytes`.
fn expansion(figures: &mut Figures) -> Result<(), String> {
    for peer in ERRORS {
        progress(&format!("expansion, {}", peer.name));
        let expansion = |size: usize| {
            let name = format!("expansion-{}-{size}", peer.key.replace('_', "-"));
            Package::new(&name, &peer.dependencies(), &peer.error(size))?.expansion()
        };
        let (small, large) = (expansion(100)?, expansion(200)?);
        figures.set("expansion/tokens", peer.key, (large.0 - small.0) / 100.0);
        figures.set("expansion/bytes", peer.key, (large.1 - small.1) / 100.0);
    }
    Ok(())
}

/// What one more row adds to an optimised program that uses all of it, by `<what>/<kind of section>`.
fn bytes_of<'a>(
    figures: &mut Figures,
    what: &str,
    peers: impl Iterator<Item = &'a Peer>,
    program: impl Fn(&Peer, usize) -> String,
) -> Result<(), String> {
    for peer in peers {
        progress(&format!("bytes of a {what}, {}", peer.name));
        let sections = |rows: usize| {
            let name = format!("bytes-{what}-{}-{rows}", peer.key.replace('_', "-"));
            Package::new(&name, &peer.dependencies(), &program(peer, rows))?.sections()
        };
        let (small, large) = (sections(100)?, sections(500)?);
        let bytes = |sections: &[(String, f64)], kind: &str| -> f64 {
            let of_kind =
                sections.iter().filter(|(name, _)| kind == "all" || kind_of(name) == kind);
            of_kind.map(|(_, bytes)| bytes).sum()
        };
        for (kind, _) in KINDS {
            let added = (bytes(&large, kind) - bytes(&small, kind)) / 400.0;
            figures.set(&format!("{what}/{kind}"), peer.key, added);
        }
    }
    Ok(())
}

/// The kinds of sections, and all of them.
const KINDS: [(&str, &str); 5] = [
    ("text", ".text"),
    ("rodata", ".rodata"),
    ("relocated", ".data.rel.ro and its relocations"),
    ("rest", "the rest"),
    ("all", "together"),
];

fn kind_of(section: &str) -> &'static str {
    match section {
        ".text" => "text",
        ".rodata" => "rodata",
        ".data.rel.ro" | ".rela.dyn" => "relocated",
        _ => "rest",
    }
}

fn used_tables() -> impl Iterator<Item = &'static Peer> {
    TABLES.iter()
}

/// Those whose derive leaves something to look up for each variant, and needs no framework.
fn used_errors() -> impl Iterator<Item = &'static Peer> {
    ERRORS.iter().filter(|peer| source::used_error(peer.key).is_some())
}

/// The versions of what these depend on.
fn versions(dependencies: impl Iterator<Item = String>) -> Result<Vec<String>, String> {
    let mut versions = Vec::new();
    for dependencies in dependencies {
        versions.extend(Package::new("versions", &dependencies, "")?.versions()?);
    }
    versions.sort_unstable();
    versions.dedup();
    Ok(versions)
}

pub fn deriving() -> Result<Vec<String>, String> {
    versions(ERRORS.iter().map(Peer::dependencies))
}

pub fn growing() -> Result<Vec<String>, String> {
    versions(compared().map(Peer::dependencies))
}

pub fn with_tables() -> Result<Vec<String>, String> {
    versions(TABLES.iter().map(Peer::dependencies))
}

pub fn adding_bytes() -> Result<Vec<String>, String> {
    versions(used_tables().chain(used_errors()).map(Peer::dependencies))
}

pub fn stacked() -> Result<Vec<String>, String> {
    versions(STACKS.iter().map(Stack::dependencies))
}

fn names(peers: &'static [Peer]) -> Vec<(&'static str, &'static str)> {
    peers.iter().map(|peer| (peer.key, peer.name)).collect()
}

pub fn derive() -> Result<String, String> {
    let mut figures = Figures::default();
    errors(&mut figures, 1_000, ERRORS.iter())?;
    let table = Table {
        title: "The derive on an error enum",
        note: "Instructions of rustc for `cargo check`, in thousands for each of 1,000 variants. A bare enum that derives \
               `Debug` is subtracted.",
        rows: &[("derive/1000", "k a variant")],
        peers: &names(ERRORS),
        digits: 0,
    };
    Ok(table.markdown(&figures))
}

pub fn growth() -> Result<String, String> {
    const SIZES: [u16; 3] = [1_000, 5_000, 10_000];
    let mut figures = Figures::default();
    for size in SIZES {
        errors(&mut figures, size, compared())?;
        for peer in compared() {
            macros(&mut figures, size, peer)?;
        }
        let dense = TABLES.iter().filter(|peer| peer.key == "dense");
        rows(&mut figures, &format!("derive/{size}"), size, dense)?;
    }
    let sizes = SIZES.map(|size| (format!("derive/{size}"), format!("{size} variants")));
    let table = Table {
        title: "The same as the enum grows",
        note: "In thousands for each variant. Of the whole, the macro's share is what its library does, with what it asks \
               the compiler for. The bare enum is what rustc itself needs for it, which is subtracted from the others; the \
               dense tables are a table by hand, less a bare enum without derives.",
        rows: &sizes.each_ref().map(|(key, label)| (key.as_str(), label.as_str())),
        peers: GROWING,
        digits: 0,
    };
    Ok(table.markdown(&figures) + &growths(&figures, SIZES[0], SIZES[2]))
}

const GROWING: &[(&str, &str)] = &[
    ("ours", "ours"),
    ("ours, macro", "its macro"),
    ("thiserror", "thiserror"),
    ("thiserror, macro", "its macro"),
    ("dense", "dense tables by hand"),
    ("bare", "bare enum"),
];

/// Instructions of the macro alone, in thousands for each variant.
fn macros(figures: &mut Figures, size: u16, peer: &Peer) -> Result<(), String> {
    progress(&format!("the macro, {size} variants, {}", peer.name));
    let name = format!("error-{}-{size}", peer.key.replace('_', "-"));
    let package = Package::new(&name, &peer.dependencies(), &peer.error(size.into()))?;
    let each = package.macros()? / f64::from(size) / 1e3;
    figures.set(&format!("derive/{size}"), &format!("{}, macro", peer.key), each);
    Ok(())
}

/// How many times as much a variant costs in the larger enum, which is 1 where the whole grows as the enum does.
fn growths(figures: &Figures, small: u16, large: u16) -> String {
    let growth = |peer: &str| {
        let each = |size: u16| figures.get(&format!("derive/{size}"), peer).unwrap_or(f64::NAN);
        each(large) / each(small)
    };
    format!(
        "\nFrom {small} variants to {large}, one costs ours {:.2} times as much, of which its macro {:.2}, thiserror {:.2}, the \
         dense tables {:.2}, and the bare enum {:.2}. Asked of ours: its macro 1.00, and the whole no more than the dense \
         tables.\n",
        growth("ours"),
        growth("ours, macro"),
        growth("thiserror"),
        growth("dense"),
        growth("bare"),
    )
}

pub fn tables() -> Result<String, String> {
    let mut figures = Figures::default();
    rows(&mut figures, "table", 500, TABLES.iter())?;
    optimised(&mut figures)?;
    let table = Table {
        title: "A table of 500 rows",
        note: "Instructions of rustc: `cargo check` in thousands for each row, a bare enum subtracted, and the optimised \
               build in millions.",
        rows: &[("table", "check, k a row"), ("table/optimised", "optimised, M")],
        peers: &[names(TABLES).as_slice(), &[(BARE.key, BARE.name)]].concat(),
        digits: 0,
    };
    Ok(table.markdown(&figures))
}

pub fn stacks() -> Result<String, String> {
    let mut figures = Figures::default();
    let keys = ["ours", "thiserror", "strum", "snafu", "num_enum", "thiserror_http", "syn"];
    stack(&mut figures, &keys)?;
    stack_seconds(&mut figures, &keys)?;
    let peers: Vec<(&str, &str)> = STACKS
        .iter()
        .filter(|stack| keys.contains(&stack.key))
        .map(|stack| (stack.key, stack.name))
        .collect();
    let table = Table {
        title: "A clean build",
        note: "`cargo build` of an empty crate with this dependency: instructions of rustc in thousands of millions, and ours \
               as a ratio in processor time (the median of five). Ours has syn without its feature `derive`, which is more than \
               half of it.",
        rows: &[("stack", "instructions, G"), ("stack/seconds", "time, ours as a ratio")],
        peers: &peers,
        digits: 2,
    };
    Ok(table.markdown(&figures))
}

pub fn expansions() -> Result<String, String> {
    let mut figures = Figures::default();
    expansion(&mut figures)?;
    let table = Table {
        title: "What one more variant expands to",
        note: "What rustc sees after the macros, the variant itself and its `Debug` included.",
        rows: &[("expansion/tokens", "tokens"), ("expansion/bytes", "bytes")],
        peers: &names(ERRORS),
        digits: 0,
    };
    Ok(table.markdown(&figures))
}

pub fn bytes() -> Result<String, String> {
    const NOTE: &str = "(500 - 100) / 400 in an optimised program without symbols";
    let mut figures = Figures::default();
    bytes_of(&mut figures, "row", used_tables(), |peer, rows| {
        peer.table(rows) + source::uses(peer.key)
    })?;
    bytes_of(&mut figures, "variant", used_errors(), Peer::used)?;
    let rows = |what: &str| KINDS.map(|(kind, label)| (format!("{what}/{kind}"), label));
    let markdown = |what: &str, title: &str, note: &str, peers: Vec<&'static Peer>| {
        let rows = rows(what);
        let peers: Vec<_> = peers.iter().map(|peer| (peer.key, peer.name)).collect();
        Table {
            title,
            note: &format!("{note}: {NOTE}."),
            rows: &rows.each_ref().map(|(key, label)| (key.as_str(), *label)),
            peers: &peers,
            digits: 0,
        }
        .markdown(&figures)
    };
    Ok(markdown(
        "row",
        "Bytes that one more row of a table adds to a program",
        "Using all that the table has. Where there is a lookup alone, the codes of these rows, which leave no gap, need none",
        used_tables().collect(),
    ) + &markdown(
        "variant",
        "Bytes that one more variant of an error enum adds to a program",
        "Using all that the derive leaves of the variant",
        used_errors().collect(),
    ))
}

#[cfg(test)]
mod tests {
    use super::growths;
    use crate::table::Figures;

    #[test]
    fn growth_is_that_of_a_variant() {
        let mut figures = Figures::default();
        for (peer, large) in [
            ("ours", 20.0),
            ("ours, macro", 10.0),
            ("thiserror", 30.0),
            ("dense", 40.0),
            ("bare", 50.0),
        ] {
            figures.set("derive/10", peer, 10.0);
            figures.set("derive/100", peer, large);
        }
        assert!(growths(&figures, 10, 100).starts_with(
            "\nFrom 10 variants to 100, one costs ours 2.00 times as much, of which its macro 1.00, thiserror 3.00, the dense \
             tables 4.00, and the bare enum 5.00."
        ));
    }
}
