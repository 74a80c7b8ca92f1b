//! What a build costs, in instructions of rustc.

pub mod crates;
mod package;
mod source;
pub mod wrapper;

use crate::table::{Figures, Table};
use package::Package;
use source::{BARE, ERRORS, Peer, STACKS, TABLES};

/// What `--check` has the time for: the derive beside thiserror's.
pub fn count_small() -> Result<Figures, String> {
    let mut figures = Figures::default();
    let small = |peer: &&Peer| matches!(peer.key, "ours" | "thiserror");
    errors(&mut figures, 500, ERRORS.iter().filter(small))?;
    Ok(figures)
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

/// A table of 500 rows: instructions of `cargo check` for each row, in thousands, by `table`, and those of an
/// optimised build, in millions, by `table/optimised`.
fn table(figures: &mut Figures) -> Result<(), String> {
    let bare = Package::new("table-bare", "", &source::bare_table(500))?;
    let (bare_check, bare_build) = (bare.check()?, bare.optimised()?);
    figures.set("table/optimised", "bare", bare_build / 1e6);
    for peer in TABLES {
        progress(&format!("500 rows, {}", peer.name));
        let name = format!("table-{}", peer.key.replace('_', "-"));
        let package = Package::new(&name, &peer.dependencies(), &peer.table(500))?;
        figures.set("table", peer.key, (package.check()? - bare_check) / 500.0 / 1e3);
        figures.set("table/optimised", peer.key, package.optimised()? / 1e6);
    }
    Ok(())
}

/// A clean build: instructions in thousands of millions, by `stack`, and seconds of processor time, by
/// `stack/seconds`.
fn stack(figures: &mut Figures) -> Result<(), String> {
    let counted = ["ours", "thiserror", "strum", "snafu", "num_enum", "thiserror_http", "syn"];
    let mut packages = Vec::new();
    for stack in STACKS.iter().filter(|stack| counted.contains(&stack.key)) {
        let package = Package::new(&format!("stack-{}", stack.key), &stack.dependencies(), "")?;
        progress(&format!("a clean build, {}", stack.name));
        figures.set("stack", stack.key, package.clean()? / 1e9);
        packages.push((stack.key, package, Vec::new()));
    }
    for _ in 0..5 {
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

/// The bytes that one more row adds to an optimised program that uses all of a table, by `bytes`.
fn bytes_of(figures: &mut Figures) -> Result<(), String> {
    for peer in TABLES {
        progress(&format!("bytes, {}", peer.name));
        let size = |rows: usize| {
            let name = format!("bytes-{}-{rows}", peer.key.replace('_', "-"));
            let program = peer.table(rows) + source::uses(peer.key);
            Package::new(&name, &peer.dependencies(), &program)?.bytes()
        };
        figures.set("bytes", peer.key, (size(500)? - size(100)?) / 400.0);
    }
    Ok(())
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
    let mut versions = Vec::new();
    for peer in ERRORS {
        versions.extend(Package::new("versions", &peer.dependencies(), "")?.versions()?);
    }
    versions.sort_unstable();
    versions.dedup();
    Ok(format!("{}\nPeers: {}.\n", table.markdown(&figures), versions.join(", ")))
}

pub fn growth() -> Result<String, String> {
    let mut figures = Figures::default();
    for size in [1_000, 5_000, 10_000] {
        let compared = |peer: &&Peer| matches!(peer.key, "ours" | "thiserror");
        errors(&mut figures, size, ERRORS.iter().filter(compared))?;
        let bare = source::bare_table(size.into());
        let bare = Package::new(&format!("growth-bare-{size}"), "", &bare)?.check()?;
        for peer in TABLES.iter().filter(|peer| peer.key == "dense") {
            progress(&format!("cargo check, {size} rows, {}", peer.name));
            let table = peer.table(size.into());
            let check = Package::new(&format!("growth-dense-{size}"), "", &table)?.check()?;
            figures.set(
                &format!("derive/{size}"),
                peer.key,
                (check - bare) / f64::from(size) / 1e3,
            );
        }
    }
    let table = Table {
        title: "The same as the enum grows",
        note: "In thousands for each variant. The bare enum is what rustc itself needs for it, which is subtracted from the \
               others; the dense tables are a table by hand, less a bare enum without derives.",
        rows: &[
            ("derive/1000", "1,000 variants"),
            ("derive/5000", "5,000 variants"),
            ("derive/10000", "10,000 variants"),
        ],
        peers: &[
            ("ours", "ours"),
            ("thiserror", "thiserror"),
            ("dense", "dense tables by hand"),
            ("bare", "bare enum"),
        ],
        digits: 0,
    };
    Ok(table.markdown(&figures))
}

pub fn tables() -> Result<String, String> {
    let mut figures = Figures::default();
    table(&mut figures)?;
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
    stack(&mut figures)?;
    let peers: Vec<(&str, &str)> =
        STACKS[..7].iter().map(|stack| (stack.key, stack.name)).collect();
    let table = Table {
        title: "A clean build",
        note: "`cargo build` of an empty crate with this dependency: instructions of rustc in thousands of millions, and ours \
               as a ratio in processor time (the median of five).",
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
    let mut figures = Figures::default();
    bytes_of(&mut figures)?;
    let table = Table {
        title: "Bytes that one more row adds to a program",
        note: "Optimised, without symbols, using all that the table has: (500 rows - 100 rows) / 400. Where there is a lookup \
               alone, the codes of these rows, which leave no gap, need none.",
        rows: &[("bytes", "bytes a row")],
        peers: &names(TABLES),
        digits: 0,
    };
    Ok(table.markdown(&figures))
}
