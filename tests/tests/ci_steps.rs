//! What `.ci/run` says at its end, and what its steps run. Their tools are replaced by scripts.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

/// On a machine without rustup's server, the database of advisories and the right compiler.
const TOOLS: [(&str, &str); 7] = [
    (
        "cargo",
        "case \"$*\" in
        'deny --version') sed -n 's/^version=//p' .ci/supply ;;
        *'fetch db'* | *miri* | 'fmt --version' | 'clippy --version') exit 1 ;;
        'check -p status-core --no-default-features'*) exit 77 ;;
        esac",
    ),
    ("rustup", "exit 1"),
    ("rustc", "case $1 in --version) echo 'rustc 1.0.0' ;; *) exit 1 ;; esac"),
    ("rust-analyzer", "exit 1"),
    ("python3", ""),
    ("node", ""),
    ("status-load", "echo \"loaded $*\""),
];

/// The directory of the scripts. Files that are open for writing cannot be run, so no test writes one while another
/// starts a process.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ci_steps");
    let programs = folder.join("debug");
    fs::create_dir_all(&programs).unwrap();
    for (name, script) in TOOLS {
        let path = programs.join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    folder
});

fn script(name: &str, arguments: &[&str], ci: &str) -> Output {
    let others = std::env::var("PATH").unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.ci").join(name);
    let mut command = Command::new(path);
    command.args(arguments).env("CI", ci).env("CARGO_TARGET_DIR", &*FOLDER);
    command.env("PATH", format!("{}/debug:{others}", FOLDER.display())).output().unwrap()
}

/// Whether the run passes, and the lines at its end.
fn run(steps: &[&str], ci: &str) -> (bool, Vec<String>) {
    let output = script("run", steps, ci);
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, end) = text.split_once("\n=== done (").expect("the run has an end");
    (output.status.success(), end.lines().skip(1).map(str::to_owned).collect())
}

/// The beginnings of what is listed, up to the reason.
fn listed(end: &[String]) -> Vec<&str> {
    end.iter().map(|line| line.rsplit_once(": ").map_or(&**line, |(what, _)| what)).collect()
}

#[test]
fn advisories_that_could_not_be_fetched_are_listed() {
    for ci in ["true", ""] {
        let (passes, end) = run(&["supply"], ci);
        assert!(passes);
        let expected =
            "not checked: part of supply: advisories: their database could not be fetched";
        assert_eq!(end, [expected]);
    }
}

#[test]
fn what_rustup_could_not_install_is_listed() {
    let steps = ["format", "clippy", "miri", "editor", "wasm", "docs-rs"];
    let needs =
        ["rustfmt", "clippy", "Miri", "rust-analyzer", "wasm32-unknown-unknown", "a nightly"];
    for (ci, reason) in [("true", "which rustup could not install"), ("", "(rustup ")] {
        let (passes, end) = run(&steps, ci);
        assert!(passes);
        assert_eq!(end.len(), steps.len(), "{end:?}");
        for ((line, step), tool) in end.iter().zip(steps).zip(needs) {
            assert!(line.starts_with(&format!("not checked: {step}, ")), "{line}");
            assert!(line.contains(&format!(": needs {tool}")) && line.contains(reason), "{line}");
        }
    }
}

#[test]
fn what_depends_on_the_compiler_is_listed() {
    let (passes, end) = run(&["tests", "public-api"], "true");
    assert!(passes);
    let expected = [
        "not checked: part of tests: the error messages in tests/ui",
        "not checked: part of tests: Clippy on generated code",
        "not checked: public-api, the public API, compared with the list of it",
    ];
    assert_eq!(listed(&end), expected);
}

#[test]
fn a_failed_step_is_not_a_skipped_one() {
    // The first of these has a reason to be skipped, and the second fails with the same status.
    let (passes, end) = run(&["supply", "features", "format"], "");
    assert!(!passes);
    let expected =
        ["not checked: part of supply: advisories", "not checked: format, rustfmt", "FAILED"];
    assert_eq!(listed(&end), expected);
    assert_eq!(end[2], "FAILED: features");
}

#[test]
fn the_load_is_that_of_what_was_built() {
    let output = script("load", &["10"], "");
    let expected = format!("loaded {}/debug/examples/shop 10\n", FOLDER.display());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}
