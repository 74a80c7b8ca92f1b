//! The guide gives a reason for each dependency of each feature.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::process::Command;

use serde_json::Value;

/// status-core's `Cargo.toml`, as cargo reads it.
fn manifest() -> Value {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version=1", "--locked"])
        .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array_mut().unwrap();
    packages.swap_remove(packages.iter().position(|it| it["name"] == "status-core").unwrap())
}

/// Adds the dependencies that a feature enables itself, or through a private feature.
fn add_enabled(
    features: &BTreeMap<String, Vec<String>>,
    feature: &str,
    enabled: &mut BTreeSet<String>,
) {
    for entry in &features[feature] {
        if entry.starts_with('_') {
            add_enabled(features, entry, enabled);
        } else if let Some(name) = entry.strip_prefix("dep:") {
            enabled.insert(name.to_owned());
        } else if let Some((name, _)) = entry.split_once("?/") {
            // Features of another feature's dependency.
            enabled.insert(name.to_owned());
        } else if entry.contains('/') {
            enabled.insert(entry.clone());
        }
    }
}

fn dependencies() -> BTreeSet<(String, String)> {
    let manifest = manifest();
    let features: BTreeMap<String, Vec<String>> =
        serde_json::from_value(manifest["features"].clone()).unwrap();
    let mut all = BTreeSet::new();
    for feature in features.keys().filter(|name| !name.starts_with('_')) {
        let mut enabled = BTreeSet::new();
        add_enabled(&features, feature, &mut enabled);
        all.extend(enabled.into_iter().map(|name| (feature.clone(), name)));
    }
    for dependency in manifest["dependencies"].as_array().unwrap() {
        if dependency["kind"] != "dev" && dependency["optional"] == false {
            all.insert((String::new(), dependency["name"].as_str().unwrap().to_owned()));
        }
    }
    all
}

/// The rows of the guide's table, one for each feature in the first cell.
fn rows() -> Vec<(String, String)> {
    let guide = include_str!("../../status-core/src/docs/cost.md");
    let table = guide.split("| feature | dependency |").nth(1).unwrap();
    let mut rows = Vec::new();
    for row in table.lines().skip(2).map_while(|line| line.strip_prefix('|')) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [features, dependency, reason, ""] = cells[..] else { panic!("three cells: {row}") };
        assert!(!reason.is_empty(), "{dependency} has no reason");
        let name = |cell: &str| cell.trim_matches('`').to_owned();
        rows.extend(features.split(", ").map(|feature| (name(feature), name(dependency))));
    }
    rows
}

#[test]
fn the_guide_gives_a_reason_for_each_dependency_of_each_feature() {
    let rows = rows();
    let listed: BTreeSet<_> = rows.iter().cloned().collect();
    assert_eq!(listed.len(), rows.len(), "a row is repeated");
    let expected = dependencies();
    assert!(expected.len() > 30, "the features were not understood: {expected:?}");
    let missing: Vec<_> = expected.difference(&listed).collect();
    let stale: Vec<_> = listed.difference(&expected).collect();
    assert!(missing.is_empty() && stale.is_empty(), "missing: {missing:?}\nstale: {stale:?}");
}
