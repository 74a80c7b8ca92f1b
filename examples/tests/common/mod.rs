//! What the tests of the examples share.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// The program of an example, built from the sources as they are: whichever tests are asked for,
/// `cargo test --test shop` among them, none of them meets an older one.
pub fn build(name: &str) -> PathBuf {
    // Of the whole workspace: so the features are those that `cargo test --workspace` has built.
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
        .expect("cargo says where the program is")
}
