//! Writes `RESULTS.md`.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use crate::bounds::{Bound, Limit, SECTIONS, Section};
use crate::figures::{Figures, OURS};
use crate::run;

pub fn write(figures: &Figures) -> Result<(), String> {
    let path = run::workspace().join("benches/RESULTS.md");
    let page = page(figures) + &measured_with()?;
    fs::write(&path, page).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("wrote {}", path.display());
    Ok(())
}

fn page(figures: &Figures) -> String {
    let mut page = "# What status-core costs\n\n\
         Written by `cargo run --release -p status-benches`, which needs valgrind. All figures of a row \
         were measured in the same run. With `-- --check`, the command fails if a figure exceeds its \
         bound; CI runs it for every section but the last.\n"
        .to_owned();
    for Section { title, note, bounds, .. } in SECTIONS {
        let _ = write!(
            page,
            "\n## {title}\n\n{note}\n\n| | status-core | compared with | bound |\n| --- | ---: | --- | --- |\n"
        );
        for bound in *bounds {
            page += &row(bound, figures);
        }
    }
    page
}

fn row(bound: &Bound, figures: &Figures) -> String {
    let Bound { key, question, decimals, limit } = *bound;
    let figure = |peer| figures.get(key, peer).unwrap_or(f64::NAN);
    let ours = number(figure(OURS), decimals);
    let peer = |(name, figure)| format!("{name}: {}", number(figure, decimals));
    let peers: Vec<String> = figures.peers(key).map(peer).collect();
    let limit = match limit {
        Limit::Count(at_most) => format!("at most {at_most}"),
        Limit::Times(at_most, peer) => {
            format!("{:.2} times {peer}, at most {at_most:.2}", figure(OURS) / figure(peer))
        }
    };
    format!("| {question} | {ours} | {} | {limit} |\n", peers.join(", "))
}

/// Formats a number with commas between thousands.
fn number(figure: f64, decimals: usize) -> String {
    let plain = format!("{figure:.decimals$}");
    let (whole, fraction) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + fraction
}

fn measured_with() -> Result<String, String> {
    let rustc = run::output(Command::new("rustc").arg("--version"))?;
    let valgrind = run::output(Command::new("valgrind").arg("--version"))?;
    Ok(format!(
        "\nMeasured with {} on {}, {}, {}.\n",
        rustc.trim(),
        std::env::consts::ARCH,
        valgrind.trim(),
        versions()?.join(", ")
    ))
}

/// The crates that status-core is compared with, as cargo resolved them: `strum 0.28.0`.
fn versions() -> Result<Vec<String>, String> {
    let mut cargo = run::cargo();
    cargo.args(["tree", "--locked", "-p", "status-benches", "--features", "peers"]);
    cargo.args(["--depth", "1", "-e", "normal", "--prefix", "none"]);
    let tree = run::output(cargo.current_dir(run::workspace()))?;
    // The first line is this package. Packages of this workspace have a path after their version.
    let peers = tree.lines().skip(1).filter(|line| !line.contains('/'));
    Ok(peers.map(|line| line.split(" (").next().unwrap_or(line).replace(" v", " ")).collect())
}

#[cfg(test)]
mod tests {
    use super::{number, row};
    use crate::bounds::{Bound, Limit};
    use crate::figures::Figures;

    #[test]
    fn thousands_have_commas() {
        assert_eq!(number(1_234_567.26, 1), "1,234,567.3");
        assert_eq!(number(123_456.0, 0), "123,456");
        assert_eq!(number(12.0, 0), "12");
    }

    #[test]
    fn a_row_has_the_figures_of_all_peers_and_the_bound() {
        let mut figures = Figures::default();
        for (peer, figure) in [("ours", 1_200.0), ("by hand", 2_400.0), ("other", 3_000.0)] {
            figures.set("work", peer, figure);
        }
        let limit = Limit::Times(0.6, "by hand");
        let bound = Bound { key: "work", question: "Work", decimals: 0, limit };
        assert_eq!(
            row(&bound, &figures),
            "| Work | 1,200 | by hand: 2,400, other: 3,000 | 0.50 times by hand, at most 0.60 |\n"
        );
    }
}
