//! Runs the `contract_changes` example.

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use status_core::describe::Catalog;
use status_core::{ServerError, StatusTable};

static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| common::build("contract_changes"));

fn write(name: &str, content: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(&*PROGRAM).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn changes_are_a_list_for_each_impact() {
    let json = Catalog::new("Shop").table(ServerError::TABLE).unwrap().json();
    let changed = json
        .replacen("\"code\": 503", "\"code\": 500", 1)
        .replacen("\"title\": \"Bad Gateway\"", "\"title\": \"Bad gateway\"", 1)
        .replacen("\"exposed\": false", "\"exposed\": true", 1);
    let (old, new) = (write("old.json", &json), write("new.json", &changed));

    let (exit, out, err) = run(&[&old, &new]);
    assert_eq!(
        out,
        "### Breaking changes of the errors\n\n\
         - `ServerError::ServiceUnavailable`: the code changed from 503 to 500\n\n\
         ### New in the errors\n\n\
         - `ServerError::InternalServerError`: the detail is now sent\n\n\
         ### Changes of wording\n\n\
         - `ServerError::BadGateway`: the title changed from \"Bad Gateway\" to \"Bad gateway\"\n\n",
    );
    assert_eq!((exit, err.as_str()), (Some(1), ""));
    let unchanged = "The errors have not changed.\n".to_owned();
    assert_eq!(run(&[&old, &old]), (Some(0), unchanged, String::new()));
}

#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let valid = write("valid.json", &Catalog::new("Shop").json());
    let invalid = write("invalid.json", "{\n");
    let (exit, out, err) = run(&[&valid, &invalid]);
    assert_eq!((exit, out.as_str()), (Some(2), ""));
    let start = format!("contract_changes: {invalid}: line 2: EOF while parsing");
    assert!(err.starts_with(&start), "{err}");
    assert_eq!(run(&["/nowhere.json", &valid]).0, Some(2));
    let expected = "contract_changes: expected two files: the old contract and the new one\n";
    assert_eq!(run(&[&valid]), (Some(2), String::new(), expected.to_owned()));
}
