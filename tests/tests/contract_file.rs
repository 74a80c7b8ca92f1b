//! The contract as a file: what a user's test prints, and what is written.
//!
//! `UPDATE_CONTRACT` belongs to a process, so each check runs in one of its own: this program, with
//! the ignored test at the end of the file.

#![expect(dead_code, reason = "the statuses are only described")]

use std::env;
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use status_core::StatusTable;
use status_core::contract::{Contract, ContractError, Impact, check};
use status_core::describe::{Catalog, InvalidCatalog};

mod old {
    #[derive(status_core::HttpStatus)]
    #[status(type_base = "/errors/")]
    pub enum OrderError {
        /// No order has this number.
        #[status(404)]
        OrderNotFound,
        /// Nothing is left.
        #[status(409)]
        SoldOut,
    }
}

mod breaking {
    #[derive(status_core::HttpStatus)]
    #[status(type_base = "/errors/")]
    pub enum OrderError {
        /// No order has this number.
        #[status(404)]
        OrderNotFound,
        /// Nothing is left of it.
        #[status(410)]
        SoldOut,
        /// It was paid.
        #[status(409)]
        AlreadyPaid,
    }
}

mod additive {
    #[derive(status_core::HttpStatus)]
    #[status(type_base = "/errors/")]
    pub enum OrderError {
        /// No order has this number.
        #[status(404)]
        OrderNotFound,
        /// Nothing is left.
        #[status(409)]
        SoldOut,
        /// It was paid.
        #[status(409)]
        AlreadyPaid,
    }
}

mod wording {
    #[derive(status_core::HttpStatus)]
    #[status(type_base = "/errors/")]
    pub enum OrderError {
        /// There is no order with this number.
        #[status(404)]
        OrderNotFound,
        /// Nothing is left.
        #[status(409)]
        SoldOut,
    }
}

fn catalog(version: &str) -> Catalog {
    let table = match version {
        "old" => old::OrderError::TABLE,
        "breaking" => breaking::OrderError::TABLE,
        "additive" => additive::OrderError::TABLE,
        "wording" => wording::OrderError::TABLE,
        _ => panic!("{version}"),
    };
    Catalog::new("Shop").table(table).unwrap()
}

/// A directory in which a contract is checked.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("contract").join(name);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).unwrap();
        Self(directory)
    }

    fn with(name: &str, content: &str) -> Self {
        let directory = Self::new(name);
        fs::write(directory.file(), content).unwrap();
        directory
    }

    fn file(&self) -> PathBuf {
        self.0.join("errors.json")
    }

    fn content(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    /// Runs the user's test, and returns whether it passes and what it prints.
    #[track_caller]
    fn test(&self, version: &str, update: Option<&str>) -> Result<(), String> {
        let mut test = Command::new(env::current_exe().unwrap());
        test.args(["--exact", "errors_are_as_published", "--ignored", "--nocapture"]);
        test.current_dir(&self.0).env("VERSION", version).env("RUST_BACKTRACE", "0");
        match update {
            Some(value) => test.env("UPDATE_CONTRACT", value),
            None => test.env_remove("UPDATE_CONTRACT"),
        };
        let Output { status, stdout, stderr } = test.output().unwrap();
        let printed = String::from_utf8([stdout, stderr].concat()).unwrap();
        if status.success() {
            assert!(printed.contains("1 passed"), "{printed}");
            return Ok(());
        }
        Err(printed)
    }

    #[track_caller]
    fn fails(&self, version: &str, update: Option<&str>, expected: &str) {
        let printed = self.test(version, update).unwrap_err();
        assert!(printed.contains(expected), "{printed}");
    }
}

#[test]
fn without_a_file_the_test_says_how_to_create_one() {
    let directory = Directory::new("missing");
    let expected = "Error: errors.json does not exist; run the test with UPDATE_CONTRACT=1 to create it, and commit it\n";
    for update in [None, Some(""), Some("0")] {
        directory.fails("old", update, expected);
        assert!(!directory.file().exists());
    }
    directory.test("old", Some("1")).unwrap();
    assert_eq!(directory.content(), catalog("old").json());
    directory.test("old", None).unwrap();
}

#[test]
fn changes_are_listed_with_breaking_ones_first() {
    let directory = Directory::with("changes", &catalog("old").json());
    directory.fails(
        "breaking",
        None,
        "Error: the errors differ from errors.json (2 breaking)\n\n\
         breaking:\n\
         - `OrderError::SoldOut`: the code changed from 409 to 410\n\
         - `OrderError::SoldOut`: the gRPC code changed from ABORTED to NOT_FOUND\n\n\
         additive:\n\
         - `OrderError::AlreadyPaid`: the status is new (409)\n\n\
         wording:\n\
         - `OrderError::SoldOut`: the documentation has changed\n\
         - `OrderError::SoldOut`: the reason changed from \"Conflict\" to \"Gone\"\n\
         - `OrderError::SoldOut`: the title changed from \"Nothing is left.\" to \"Nothing is left of it.\"\n\n\
         if this is intended, run the test with UPDATE_CONTRACT=1, and commit errors.json\n",
    );
    assert_eq!(directory.content(), catalog("old").json());
    directory.test("breaking", Some("1")).unwrap();
    directory.test("breaking", None).unwrap();
    assert_eq!(directory.content(), catalog("breaking").json());
}

#[test]
fn wording_passes_and_additive_changes_pass_only_if_they_are_allowed() {
    let directory = Directory::with("allowed", &catalog("old").json());
    let contract = Contract::new(directory.file());
    let additive = contract.clone().allow_additive();

    contract.check(&catalog("old")).unwrap();
    contract.check(&catalog("wording")).unwrap();
    additive.check(&catalog("additive")).unwrap();
    let error = contract.check(&catalog("additive")).unwrap_err();
    assert_eq!(error.path(), directory.file());
    assert_eq!(error.changes().len(), 1);
    assert_eq!(error.changes()[0].impact(), Impact::Additive);
    let message = error.to_string();
    assert!(message.contains("(1 additive)\n"), "{message}");
    assert!(message.ends_with("with `Contract::allow_additive`, such changes pass"), "{message}");
    let error = additive.check(&catalog("breaking")).unwrap_err();
    assert_eq!(error.changes()[0].impact(), Impact::Breaking);
    assert_eq!(format!("{error:?}"), error.to_string());
    assert_eq!(directory.content(), catalog("old").json());
}

#[test]
fn a_file_that_is_not_a_catalog_is_never_overwritten() {
    let json = catalog("old").json();
    let newer = json.replacen("\"catalog_version\": 1", "\"catalog_version\": 2", 1);
    let edited = json.replacen("\"code\": 409,", "\"code\": 409", 1);
    let line = json.lines().position(|line| line.contains("\"code\": 409")).unwrap() + 2;
    let edited_message = format!("Error: errors.json:{line}: expected `,` or `}}`\n");
    for (name, content, message) in [
        (
            "package",
            "{\n  \"name\": \"shop\"\n}\n",
            "Error: errors.json:3: missing field `catalog_version`\n",
        ),
        ("empty", "", "Error: errors.json:1: EOF while parsing a value\n"),
        (
            "newer",
            &newer,
            "Error: errors.json:2: version 2 of the catalog format is newer than 1, the newest that this release of status-core reads\n",
        ),
        ("edited", &edited, &edited_message),
        ("list", "[]", "Error: errors.json:1: invalid length 0, expected a catalog\n"),
        (
            "conflict",
            "{\n<<<<<<< HEAD\n",
            "Error: errors.json:2: a merge has left a conflict here\n",
        ),
        ("mark", "\u{feff}{}\n", "Error: errors.json:1: the text starts with a byte order mark\n"),
    ] {
        let directory = Directory::with(name, content);
        for update in [None, Some("1")] {
            let advice = "restore the file, or remove it and run the test with UPDATE_CONTRACT=1 to start anew\n";
            directory.fails("old", update, &[message, advice].concat());
            assert_eq!(directory.content(), content);
        }
    }
    let package = Directory::with("package", "{}");
    let error = check(package.file(), &catalog("old")).unwrap_err();
    assert!(error.source().is_some_and(<dyn Error>::is::<InvalidCatalog>));
    let directory = Directory::new("bytes");
    fs::write(directory.file(), b"{\n\n\xff}").unwrap();
    directory.fails("old", Some("1"), "Error: errors.json:3: the text is not UTF-8\n");
    assert_eq!(fs::read(directory.file()).unwrap(), b"{\n\n\xff}");
}

#[test]
fn a_file_that_cannot_be_written_is_an_error_with_its_path() {
    let directory = Directory::new("unwritable");
    fs::create_dir(directory.file()).unwrap();
    directory.fails("old", None, "Error: cannot read errors.json: ");
    directory.fails("old", Some("1"), "(os error ");
    let error = check(directory.file(), &catalog("old")).unwrap_err();
    assert!(error.source().is_some_and(<dyn Error>::is::<io::Error>));

    let missing = Directory::new("unwritable/gone");
    fs::remove_dir(&missing.0).unwrap();
    let error = check(missing.file(), &catalog("old")).unwrap_err();
    assert!(error.to_string().contains("does not exist"), "{error}");
    let directory = Directory::new("no-folder");
    let printed = directory.test("folder", Some("1")).unwrap_err();
    assert!(printed.contains("Error: cannot write missing/errors.json: "), "{printed}");
}

#[test]
fn another_value_of_the_variable_is_an_error() {
    let directory = Directory::new("variable");
    let expected = "Error: UPDATE_CONTRACT is \"yes\"; expected `1`, or nothing\n";
    directory.fails("old", Some("yes"), expected);
    assert!(!directory.file().exists());
}

/// A user's test.
#[test]
#[ignore = "run by the other tests"]
fn errors_are_as_published() -> Result<(), ContractError> {
    match &*env::var("VERSION").unwrap() {
        "folder" => check("missing/errors.json", &catalog("old")),
        version => check("errors.json", &catalog(version)),
    }
}
