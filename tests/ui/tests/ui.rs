//! The exact error messages of the macros, with one mistake per file.
//!
//! `ui/` has a directory for each rule, and a few others. `waived/` has a file that compiles for
//! each rule that can be waived.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The release whose messages the `.stderr` files contain.
const COMPILER: &str = "rustc 1.95.";

/// Directories of `ui/` that are not about a single rule.
const OTHERS: [&str; 4] = ["after", "derive", "many", "openapi"];

#[test]
fn every_mistake_has_its_message() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs");
    let version = String::from_utf8_lossy(&version.stdout);
    if !version.starts_with(COMPILER) {
        println!("SKIPPED: the messages are those of {COMPILER}x, and this is {version}");
        return;
    }
    // If all cases must fail, trybuild runs `cargo check`, so every error is one that an editor
    // shows.
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

#[test]
fn the_readme_shows_errors_as_they_are() {
    let readme = include_str!("../../../README.md");
    let shown: Vec<&str> = readme.split("<!-- error: ").skip(1).collect();
    assert_eq!(shown.len(), 2);
    for error in shown {
        let (path, rest) = error.split_once(" -->\n```text\n").unwrap();
        let (text, _) = rest.split_once("\n```").unwrap();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path).with_extension("stderr");
        let expected = fs::read_to_string(file).unwrap();
        assert_eq!(text, expected.trim_end(), "README.md should show {path}.stderr");
    }
}

/// The rules in the guide's table, and those that can be waived.
fn rules() -> (BTreeSet<String>, BTreeSet<String>) {
    let guide = include_str!("../../../status-core/src/docs/rules.md");
    let (mut all, mut waivable) = (BTreeSet::new(), BTreeSet::new());
    for row in guide.lines().filter_map(|line| line.strip_prefix("| `")) {
        let (rule, rest) = row.split_once("` |").unwrap();
        all.insert(rule.to_owned());
        if rest.ends_with("| yes |") {
            waivable.insert(rule.to_owned());
        }
    }
    (all, waivable)
}

fn names(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn every_rule_has_tests_and_every_test_has_a_rule() {
    let (all, waivable) = rules();
    assert!(all.len() > 10, "the guide's table of rules was not understood");
    let mut folders = names("ui");
    folders.retain(|folder| !OTHERS.contains(&folder.as_str()));
    assert_eq!(folders, all);
    assert_eq!(names("waived"), waivable);
}

#[test]
fn every_rule_is_tested_on_derives_and_tables() {
    let of_variants_alone = [
        "missing_header",
        "stray_header",
        "detail",
        "member_names",
        "header_grammar",
        "content",
        "grpc_mismatch",
        "source_in_detail",
        "decode",
        "retry_mismatch",
        "placeholder",
    ];
    let of_types_alone = ["type_base", "table"];
    for rule in rules().0 {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui").join(&rule);
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let sources: Vec<String> = files
            .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        let has = |place: &str| sources.iter().any(|source| source.contains(place));
        if rule != "table" {
            assert!(has("HttpStatus)]"), "no derive breaks the rule {rule}");
        }
        let rows =
            !of_variants_alone.contains(&rule.as_str()) && !of_types_alone.contains(&rule.as_str());
        if rows && rule != "slug" {
            assert!(has("status_table!"), "no table breaks the rule {rule}");
        }
    }
}
