//! Counts the crates that each feature adds to a build.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::{Figures, OURS};
use crate::run;

/// The row of a build without features.
const NONE: &str = "no features";

pub fn measure(figures: &mut Figures) -> Result<(), String> {
    let base: BTreeSet<String> = tree(None)?.into_values().flatten().collect();
    for feature in features()? {
        let brought = tree(Some(&feature))?;
        let mut all = BTreeSet::new();
        for (dependency, crates) in brought {
            let added: BTreeSet<String> = crates.difference(&base).cloned().collect();
            if !added.is_empty() {
                figures.set(&feature, name(&dependency), count(&added));
            }
            all.extend(added);
        }
        figures.set(&feature, OURS, count(&all));
    }
    figures.set(NONE, OURS, count(&base));
    Ok(())
}

/// The features of status-core that users name.
pub fn features() -> Result<Vec<String>, String> {
    let path = run::workspace().join("status-core/Cargo.toml");
    let manifest = std::fs::read_to_string(&path);
    let manifest = manifest.map_err(|error| format!("{}: {error}", path.display()))?;
    let (_, features) = manifest.split_once("[features]").unwrap_or_default();
    let (features, _) = features.split_once("\n[").unwrap_or((features, ""));
    let names = features.lines().filter_map(|line| line.split_once(" = "));
    let names = names.map(|(name, _)| name).filter(|name| *name != "default");
    // Those with an underscore first are private.
    Ok(names.filter(|name| name.starts_with(char::is_alphabetic)).map(str::to_owned).collect())
}

/// The direct dependencies of status-core with a feature. Each brings itself and those that it needs.
fn tree(feature: Option<&str>) -> Result<BTreeMap<String, BTreeSet<String>>, String> {
    let mut cargo = run::cargo();
    cargo.args(["tree", "--locked", "-p", "status-core", "--no-default-features"]);
    cargo.args(["-e", "normal,build", "--prefix", "depth", "--no-dedupe"]);
    // Some dependencies are for one system only.
    cargo.args(["--target", "x86_64-unknown-linux-gnu"]);
    if let Some(feature) = feature {
        cargo.args(["--features", feature]);
    }
    let tree = run::output(cargo.current_dir(run::workspace()))?;
    Ok(brought(&tree))
}

/// Reads lines such as `2tower-layer v0.3.3`, whose number is the depth.
fn brought(tree: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut brought = BTreeMap::<String, BTreeSet<String>>::new();
    let mut direct = String::new();
    for line in tree.lines() {
        let (depth, package) = line.split_at(line.find(char::is_alphabetic).unwrap_or(0));
        // Procedural macros and packages of this workspace have more after their version.
        let package = package.split(" (").next().unwrap_or(package);
        match depth {
            "0" => continue,
            "1" => package.clone_into(&mut direct),
            _ => {}
        }
        brought.entry(direct.clone()).or_default().insert(package.to_owned());
    }
    brought
}

fn name(package: &str) -> &str {
    package.split(' ').next().unwrap_or(package)
}

fn count(crates: &BTreeSet<String>) -> f64 {
    f64::from(u32::try_from(crates.len()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::brought;

    #[test]
    fn a_dependency_brings_itself_and_those_below_it() {
        let tree = "0status-core v0.1.0 (/here)\n1axum-core v0.5.5\n2http v1.3.1\n3bytes v1.10.0\n\
                    1status-macros v0.1.0 (proc-macro) (/here)\n1http v1.3.1\n2bytes v1.10.0\n";
        let brought = brought(tree);
        let crates = |of: &str| brought[of].iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(brought.len(), 3);
        assert_eq!(
            crates("axum-core v0.5.5"),
            ["axum-core v0.5.5", "bytes v1.10.0", "http v1.3.1"]
        );
        assert_eq!(crates("status-macros v0.1.0"), ["status-macros v0.1.0"]);
        assert_eq!(crates("http v1.3.1"), ["bytes v1.10.0", "http v1.3.1"]);
    }
}
