//! What the macros write holds wherever it stands: the crates under `hygiene/`, each built by a cargo
//! run as its author would build it.

use std::env;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// Runs cargo on the crates under `hygiene/`. They share one target directory, whose lock lets one
/// run build at a time.
fn cargo(subcommand: &str, args: &[&str]) -> Output {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("hygiene");
    let mut command = Command::new(cargo);
    command.arg(subcommand);
    command.args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/hygiene/Cargo.toml")]);
    // Nothing is written beside the sources. Where this fails, status-core's dependencies have
    // changed: run cargo there once without it.
    command.arg("--locked");
    command.arg("--target-dir").arg(target);
    command.args(["--quiet", "--color", "never"]);
    command.args(args).output().expect("cargo starts")
}

/// Text of a cargo run, which need not be UTF-8.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn succeeds(subcommand: &str, args: &[&str]) {
    let output = cargo(subcommand, args);
    let command = format!("cargo {subcommand} {}", args.join(" "));
    assert!(
        output.status.success(),
        "`{command}` ends with {}\n{}{}",
        output.status,
        text(&output.stdout),
        text(&output.stderr)
    );
}

#[test]
fn without_a_prelude() {
    succeeds("check", &["-p", "no_prelude"]);
}

#[test]
fn renamed_and_re_exported() {
    succeeds("check", &["-p", "renamed"]);
}

#[test]
fn names_that_mean_something_else() {
    succeeds("check", &["-p", "names"]);
}

#[test]
fn without_a_warning() {
    if Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["clippy", "--version"])
        .output()
        .is_ok_and(|output| output.status.success())
    {
        succeeds("clippy", &["-p", "strict", "--", "-D", "warnings", "-W", "clippy::pedantic"]);
    } else {
        println!("skipped: clippy is not installed, so `strict` is held to rustc's lints alone");
        succeeds("check", &["-p", "strict"]);
    }
}

/// It is linked, and run: its exit code is the number of the first claim that does not hold.
#[test]
fn without_std() {
    if cfg!(unix) {
        succeeds("run", &["-p", "no_std"]);
    } else {
        println!("skipped: `no_std` is linked on Unix alone, where a C library is at hand");
    }
}

#[test]
fn an_integration_of_ones_own() {
    succeeds("run", &["-p", "integration_path"]);
}

/// What rustc says of the package `features` with one of its features: in which example, at which
/// token, and the command that it names, or the whole message where it names none.
fn said(features: &str) -> Vec<[String; 3]> {
    let args = ["-p", "features", "--features", features, "--examples", "--keep-going"];
    let output = cargo("check", &[&args[..], &["--message-format", "json"]].concat());
    let (mut said, mut rendered) = (Vec::new(), text(&output.stderr));
    for line in text(&output.stdout).lines() {
        let outer: Value = serde_json::from_str(line).expect("cargo writes JSON");
        let inner = &outer["message"];
        rendered.push_str(inner["rendered"].as_str().unwrap_or_default());
        let manifest = Path::new(outer["manifest_path"].as_str().unwrap_or_default());
        if !manifest.ends_with("hygiene/features/Cargo.toml") {
            continue;
        }
        let primary = |span: &&Value| span["is_primary"] == true;
        // What has no place sums up: "aborting due to 1 previous error".
        let span = inner["spans"].as_array().and_then(|spans| spans.iter().find(primary));
        let Some(span) = span else { continue };
        let message = inner["message"].as_str().unwrap_or_default();
        let command = message.split('`').find(|quoted| quoted.starts_with("cargo "));
        let name = outer["target"]["name"].as_str().unwrap_or_default();
        said.push([name.to_owned(), marked(span), command.unwrap_or(message).to_owned()]);
    }
    // What is built before the package may fail as well.
    assert_eq!(output.status.success(), said.is_empty(), "{rendered}");
    said.sort();
    said
}

/// The source text that an error marks on a person's screen. The span itself lies in status-core's
/// macro, and the screen shows the call that led there, which an editor looks for in the same way.
fn marked(mut span: &Value) -> String {
    while span["expansion"].is_object() {
        span = &span["expansion"]["span"];
    }
    let line = &span["text"][0];
    let column = |key: &str| line[key].as_u64().and_then(|column| usize::try_from(column).ok());
    let (Some(start), Some(end)) = (column("highlight_start"), column("highlight_end")) else {
        return String::new();
    };
    let text = line["text"].as_str().unwrap_or_default();
    text.chars().take(end - 1).skip(start - 1).collect()
}

const AXUM: &str = "cargo add status-core --features axum";
const PROBLEM: &str = "cargo add status-core --features problem";

/// The integrations beside axum. They say what axum's does, each in its own name.
const OTHERS: [(&str, &str); 7] = [
    ("actix_web", "cargo add status-core --features actix_web"),
    ("http", "cargo add status-core --features http"),
    ("poem", "cargo add status-core --features poem"),
    ("rocket", "cargo add status-core --features rocket"),
    ("salvo", "cargo add status-core --features salvo"),
    ("tonic", "cargo add status-core --features tonic"),
    ("warp", "cargo add status-core --features warp"),
];

#[test]
fn without_a_feature_one_error_says_how_to_get_it() {
    let of_the_examples = |of_problem: &[[&str; 3]]| {
        let mut expected: Vec<[String; 3]> = [
            ["axum_derive", "axum", AXUM],
            ["axum_table", "axum", AXUM],
            ["axum_with_header", "axum", AXUM],
        ]
        .iter()
        .chain(of_problem)
        .map(|row| row.map(str::to_owned))
        .collect();
        let others = OTHERS.map(|(name, command)| ["frameworks", name, command].map(str::to_owned));
        expected.extend(others);
        expected.sort();
        expected
    };
    let of_problem = [["header", "header", PROBLEM], ["members", "id", PROBLEM]];
    assert_eq!(said(""), of_the_examples(&of_problem));
    assert_eq!(said("problem"), of_the_examples(&[]));
}

/// The package's library compiles without features: nothing was said of it above. `axum` brings
/// `http`, and the other frameworks are none of its business.
#[test]
fn what_compiles_without_a_feature_compiles_with_it() {
    let others = OTHERS.iter().filter(|(name, _)| *name != "http");
    let others: Vec<_> =
        others.map(|&(name, command)| ["frameworks", name, command].map(str::to_owned)).collect();
    assert_eq!(said("axum"), others);
}
