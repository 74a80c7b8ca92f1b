//! Measures what status-core adds to a build.

use crate::figures::{Figures, OURS};
use crate::package::Package;
use crate::run;
use crate::sources::{self, Delegation};

const THISERROR: &str = "thiserror = \"2\"";
const STRUM: &str = "strum = { version = \"0.28\", features = [\"derive\"] }";

/// status-core as a dependency with these features.
fn status_core(features: &[&str]) -> String {
    let path = run::workspace().join("status-core");
    format!("status-core = {{ path = '{}', features = {features:?} }}", path.display())
}

pub fn measure_checks(figures: &mut Figures) -> Result<(), String> {
    derive(figures)?;
    members(figures)?;
    table(figures)?;
    delegation(figures, "20 of 50", &Delegation { own: 0, types: 20, variants: 50 })?;
    delegation(figures, "500 in 500", &Delegation { own: 500, types: 1, variants: 500 })
}

fn derive(figures: &mut Figures) -> Result<(), String> {
    const VARIANTS: u16 = 500;
    let bare = sources::error("#[derive(Debug)]\n", VARIANTS, |_| String::new());
    let bare = Package::new("error-bare", &[], &bare)?.check()?;
    let ours = sources::error(sources::DERIVE, VARIANTS, sources::status);
    let ours = Package::new("error-ours", &[&status_core(&[])], &ours)?.check()?;
    let head = "#[derive(Debug, thiserror::Error)]\n";
    let thiserror =
        sources::error(head, VARIANTS, |index| format!("#[error(\"thing {index} went wrong\")]"));
    let thiserror = Package::new("error-thiserror", &[THISERROR], &thiserror)?.check()?;
    let thousands_each = f64::from(VARIANTS) * 1e3;
    figures.set("derive", OURS, (ours - bare) / thousands_each);
    figures.set("derive", "thiserror", (thiserror - bare) / thousands_each);
    Ok(())
}

/// What the description of two members costs, and the code that sends them.
fn members(figures: &mut Figures) -> Result<(), String> {
    const VARIANTS: u16 = 500;
    let head = "#[derive(Debug)]\n";
    let bare = sources::enumeration("Error", head, VARIANTS, sources::two_fields);
    let bare = Package::new("members-bare", &[], &bare)?.check()?;
    let dependencies = [status_core(&["problem"])];
    let dependencies = dependencies.each_ref().map(String::as_str);
    for (peer, name, keys) in
        [(OURS, "members", ", members(id, name)"), ("without", "members-without", "")]
    {
        let source = sources::error_with_fields(VARIANTS, keys);
        let checked = Package::new(name, &dependencies, &source)?.check()?;
        figures.set("members", peer, (checked - bare) / (f64::from(VARIANTS) * 1e3));
    }
    Ok(())
}

fn table(figures: &mut Figures) -> Result<(), String> {
    const ROWS: u16 = 100;
    let bare = Package::new("table-bare", &[], &sources::bare_table(ROWS))?.check()?;
    let ours = sources::status_table(ROWS);
    let ours = Package::new("table-ours", &[&status_core(&[])], &ours)?.check()?;
    let strum = Package::new("table-strum", &[STRUM], &sources::strum_table(ROWS))?.check()?;
    let thousands_each = f64::from(ROWS) * 1e3;
    figures.set("table", OURS, (ours - bare) / thousands_each);
    figures.set("table", "strum", (strum - bare) / thousands_each);
    Ok(())
}

fn delegation(figures: &mut Figures, key: &str, delegation: &Delegation) -> Result<(), String> {
    let dependencies = [status_core(&[])];
    let dependencies = dependencies.each_ref().map(String::as_str);
    for (peer, name, attribute) in [
        (OURS, "delegating", "transparent"),
        ("unlisted", "delegating-unlisted", "transparent, unlisted"),
    ] {
        let source = delegation.source(attribute);
        let millions = Package::new(name, &dependencies, &source)?.check()? / 1e6;
        figures.set(key, peer, millions);
    }
    Ok(())
}

pub fn measure_size(figures: &mut Figures) -> Result<(), String> {
    let dependencies = [status_core(&[])];
    let dependencies = dependencies.each_ref().map(String::as_str);
    // Both programs read a number and print an `Option<&str>`, so that only the call differs.
    let program = |reason: &str| {
        format!(
            "use std::hint::black_box;\n\n\
             fn main() {{\n\
             let code = black_box(std::env::args().len() as u16);\n\
             println!(\"{{:?}}\", black_box({reason}));\n\
             }}\n"
        )
    };
    let without = program("(code == 0).then_some(\"none\")");
    let with = program("status_core::Status::from_code(code).map(|status| status.reason())");
    let without = Package::new("size-without", &dependencies, &without)?.program_size()?;
    let with = Package::new("size-with", &dependencies, &with)?.program_size()?;
    figures.set("size", OURS, (with - without) / 1e3);
    Ok(())
}

pub fn measure_tree(figures: &mut Figures) -> Result<(), String> {
    let ours = status_core(&["axum", "tower", "tracing"]);
    let tree = [
        "axum = \"0.8\"",
        "serde = { version = \"1\", features = [\"derive\"] }",
        THISERROR,
        "tokio = { version = \"1\", features = [\"full\"] }",
        &ours,
    ];
    let with = Package::new("tree-with", &tree, "")?.clean_build()?;
    let without = Package::new("tree-without", &tree[..4], "")?.clean_build()?;
    figures.set("tree", OURS, with / 1e9);
    figures.set("tree", "without", without / 1e9);
    Ok(())
}
