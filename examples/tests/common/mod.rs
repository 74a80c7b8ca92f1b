//! Shared by the tests of the examples.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// Builds an example and returns the path of its program. `cargo test --test shop` does not rebuild
/// examples.
pub fn build(name: &str) -> PathBuf {
    // With the features of `cargo test --workspace`, so that nothing is built twice.
    let output = Command::new(env!("CARGO"))
        .args(["build", "--workspace", "--example", name])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let messages = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == name)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("cargo reports the path of the program")
}
