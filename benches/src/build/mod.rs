//! What a build costs, in instructions of rustc.

pub mod crates;
mod package;
mod source;
pub mod wrapper;

use crate::table::{Figures, Table};
use package::Package;
use source::{BARE, ERRORS, Peer, STACKS, TABLES};

/// Where this part of the page begins, by which the next run finds it.
const BEGIN: &str = "\n<!-- builds, by --all -->\n";

/// This part of an earlier page.
pub fn page_in(page: &str) -> Option<&str> {
    page.find(BEGIN).map(|begin| &page[begin..])
}

/// What `--check` has the time for: the derive beside thiserror's.
pub fn count_small() -> Result<Figures, String> {
    let mut figures = Figures::default();
    let small = |peer: &&Peer| matches!(peer.key, "ours" | "thiserror");
    errors(&mut figures, 500, ERRORS.iter().filter(small))?;
    Ok(figures)
}

pub fn page() -> Result<String, String> {
    let mut figures = Figures::default();
    for size in [1_000, 5_000, 10_000] {
        // What grows is told of ours and the most used one; the rest are measured at one size.
        let measured = |peer: &&Peer| size == 1_000 || matches!(peer.key, "ours" | "thiserror");
        errors(&mut figures, size, ERRORS.iter().filter(measured))?;
    }
    growth(&mut figures)?;
    tables(&mut figures)?;
    stacks(&mut figures)?;
    expansions(&mut figures)?;
    bytes(&mut figures)?;
    Ok(format!("{BEGIN}{}", tables_of(&figures)))
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

/// How a table by hand grows, beside which the derive's growth is judged.
fn growth(figures: &mut Figures) -> Result<(), String> {
    for size in [1_000_u16, 5_000, 10_000] {
        let hand = TABLES.iter().find(|peer| peer.key == "dense");
        let Some(hand) = hand else { continue };
        progress(&format!("cargo check, {size} rows, {}", hand.name));
        let name = |kind: &str| format!("growth-{kind}-{size}");
        let bare = Package::new(&name("bare"), "", &source::bare_table(size.into()))?.check()?;
        let full = Package::new(&name("dense"), "", &hand.table(size.into()))?.check()?;
        figures.set(&format!("derive/{size}"), "dense", (full - bare) / f64::from(size) / 1e3);
    }
    Ok(())
}

/// A table of 500 rows: instructions of `cargo check` for each row, in thousands, by `table`, and those of an
/// optimised build, in millions, by `table/optimised`.
fn tables(figures: &mut Figures) -> Result<(), String> {
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
fn stacks(figures: &mut Figures) -> Result<(), String> {
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
fn expansions(figures: &mut Figures) -> Result<(), String> {
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
fn bytes(figures: &mut Figures) -> Result<(), String> {
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

fn tables_of(figures: &Figures) -> String {
    let of =
        |peers: &'static [Peer]| peers.iter().map(|peer| (peer.key, peer.name)).collect::<Vec<_>>();
    let (errors, tables) = (of(ERRORS), of(TABLES));
    let stacks: Vec<(&str, &str)> =
        STACKS[..7].iter().map(|stack| (stack.key, stack.name)).collect();
    [
        Table {
            title: "A clean build",
            note: "`cargo check` of an empty crate with this dependency: instructions of rustc in thousands of millions, and ours \
                   as a ratio in processor time (the median of five).",
            rows: &[("stack", "instructions, G"), ("stack/seconds", "time, ours as a ratio")],
            peers: &stacks,
            digits: 2,
        },
        Table {
            title: "The derive on an error enum",
            note: "Instructions of rustc for `cargo check`, in thousands for each of 1,000 variants. A bare enum that derives \
                   `Debug` is subtracted.",
            rows: &[("derive/1000", "k a variant")],
            peers: &errors,
            digits: 0,
        },
        Table {
            title: "The same as the enum grows",
            note: "In thousands for each variant. The bare enum is what rustc itself needs for it; the dense tables are those of \
                   a table by hand, beside a bare enum of their own.",
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
        },
        Table {
            title: "A table of 500 rows",
            note: "Instructions of rustc: `cargo check` in thousands for each row, a bare enum subtracted, and the optimised \
                   build in millions.",
            rows: &[("table", "check, k a row"), ("table/optimised", "optimised, M")],
            peers: &tables,
            digits: 0,
        },
        Table {
            title: "Bytes that one more row adds to a program",
            note: "Optimised, without symbols, using all that the table has: (500 rows - 100 rows) / 400.",
            rows: &[("bytes", "bytes a row")],
            peers: &tables,
            digits: 0,
        },
        Table {
            title: "What one more variant expands to",
            note: "What rustc sees after the macros, the variant itself and its `Debug` included.",
            rows: &[("expansion/tokens", "tokens"), ("expansion/bytes", "bytes")],
            peers: &errors,
            digits: 0,
        },
    ]
    .iter()
    .map(|table| table.markdown(figures))
    .collect()
}
