//! The code that the macros generate compiles in any context. The crates under `hygiene/` are built
//! with cargo, as their authors would build them.

use std::env;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// Runs cargo on the crates under `hygiene/`. They share a target directory, so cargo runs one
/// build at a time.
fn cargo(subcommand: &str, args: &[&str]) -> Output {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("hygiene");
    let mut command = Command::new(cargo);
    command.arg(subcommand);
    command.args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/hygiene/Cargo.toml")]);
    // Keeps `hygiene/Cargo.lock` unchanged. If this fails, status-core's dependencies have changed:
    // run cargo there once without `--locked`.
    command.arg("--locked");
    command.arg("--target-dir").arg(target);
    command.args(["--quiet", "--color", "never"]);
    command.args(args).output().expect("cargo starts")
}

/// Output of cargo, which may not be UTF-8.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn assert_success(subcommand: &str, args: &[&str]) {
    let output = cargo(subcommand, args);
    let command = format!("cargo {subcommand} {}", args.join(" "));
    assert!(
        output.status.success(),
        "`{command}` failed with {}\n{}{}",
        output.status,
        text(&output.stdout),
        text(&output.stderr)
    );
}

#[test]
fn without_a_prelude() {
    assert_success("check", &["-p", "no_prelude"]);
}

#[test]
fn renamed_and_re_exported() {
    assert_success("check", &["-p", "renamed"]);
}

#[test]
fn names_with_other_meanings() {
    assert_success("check", &["-p", "names"]);
}

#[test]
fn without_warnings() {
    if Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["clippy", "--version"])
        .output()
        .is_ok_and(|output| output.status.success())
    {
        assert_success(
            "clippy",
            &[
                "-p",
                "strict",
                "--",
                "-D",
                "warnings",
                "-W",
                "clippy::pedantic",
                "-W",
                "clippy::same_name_method",
            ],
        );
    } else {
        println!(
            "skipped: Clippy is not installed, so `strict` is checked with the lints of rustc only"
        );
        assert_success("check", &["-p", "strict"]);
    }
}

/// The program runs, and exits with the number of the first check that failed.
#[test]
fn without_std() {
    if cfg!(unix) {
        assert_success("run", &["-p", "no_std"]);
    } else {
        println!("skipped: `no_std` needs the C library of a Unix system");
    }
}

#[test]
fn a_custom_integration() {
    assert_success("run", &["-p", "integration_path"]);
}

/// The errors of the package `features` with one of its features: the example, the token, and the
/// command that the message suggests (or the whole message if it suggests none).
fn errors(features: &str) -> Vec<[String; 3]> {
    let args = ["-p", "features", "--features", features, "--examples", "--keep-going"];
    let output = cargo("check", &[&args[..], &["--message-format", "json"]].concat());
    let (mut errors, mut rendered) = (Vec::new(), text(&output.stderr));
    for line in text(&output.stdout).lines() {
        let outer: Value = serde_json::from_str(line).expect("cargo writes JSON");
        let inner = &outer["message"];
        rendered.push_str(inner["rendered"].as_str().unwrap_or_default());
        let manifest = Path::new(outer["manifest_path"].as_str().unwrap_or_default());
        if !manifest.ends_with("hygiene/features/Cargo.toml") {
            continue;
        }
        let primary = |span: &&Value| span["is_primary"] == true;
        // A message without a span is a summary: "aborting due to 1 previous error".
        let span = inner["spans"].as_array().and_then(|spans| spans.iter().find(primary));
        let Some(span) = span else { continue };
        let message = inner["message"].as_str().unwrap_or_default();
        let command = message.split('`').find(|quoted| quoted.starts_with("cargo "));
        let name = outer["target"]["name"].as_str().unwrap_or_default();
        errors.push([name.to_owned(), marked(span), command.unwrap_or(message).to_owned()]);
    }
    // A dependency could also fail to build.
    assert_eq!(output.status.success(), errors.is_empty(), "{rendered}");
    errors.sort();
    errors
}

/// The source text at which an error is shown. The span itself is in a macro of status-core, so
/// this follows the expansions back to the call, as rustc and editors do.
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
const UTOIPA: [&str; 3] = ["utoipa_derive", "utoipa", "cargo add status-core --features utoipa"];
const PROBLEM: &str = "cargo add status-core --features problem";

/// The other integrations. Their messages differ from axum's only in the name.
const OTHERS: [(&str, &str); 11] = [
    ("actix_web", "cargo add status-core --features actix_web"),
    ("aide", "cargo add status-core --features aide"),
    ("http", "cargo add status-core --features http"),
    ("poem", "cargo add status-core --features poem"),
    ("poem_openapi", "cargo add status-core --features poem_openapi"),
    ("rocket", "cargo add status-core --features rocket"),
    ("salvo", "cargo add status-core --features salvo"),
    ("salvo_oapi", "cargo add status-core --features salvo_oapi"),
    ("tonic", "cargo add status-core --features tonic"),
    ("utoipa", "cargo add status-core --features utoipa"),
    ("warp", "cargo add status-core --features warp"),
];

#[test]
fn without_a_feature_one_error_says_how_to_enable_it() {
    let of_the_examples = |of_problem: &[[&str; 3]]| {
        let mut expected: Vec<[String; 3]> = [
            ["axum_derive", "axum", AXUM],
            ["axum_table", "axum", AXUM],
            ["axum_with_header", "axum", AXUM],
            UTOIPA,
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
    let of_problem = [
        ["frameworks", "serde", PROBLEM],
        ["header", "header", PROBLEM],
        ["members", "id", PROBLEM],
    ];
    assert_eq!(errors(""), of_the_examples(&of_problem));
    assert_eq!(errors("problem"), of_the_examples(&[]));
}

/// The package's library compiles without features, or the test above would have found its errors.
/// `axum` enables `http` too, but no other framework.
#[test]
fn code_that_compiles_without_a_feature_compiles_with_it() {
    let others = OTHERS.iter().filter(|(name, _)| *name != "http");
    let others = others.map(|&(name, command)| ["frameworks", name, command]).chain([UTOIPA]);
    let others: Vec<_> = others.map(|row| row.map(str::to_owned)).collect();
    assert_eq!(errors("axum"), others);
}
