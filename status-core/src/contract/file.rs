//! The contract as a file: comparing, and writing it.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::change::{Change, Impact};
use super::diff::diff;
use crate::describe::{Catalog, InvalidCatalog};

/// The environment variable that asks for the file to be written.
const UPDATE: &str = "UPDATE_CONTRACT";

/// Compares a catalog with the file at `path`. Fails if a change is breaking or additive. See
/// [the module](super).
///
/// # Errors
///
/// See [`Contract::check`].
///
/// ```no_run
/// use status_core::describe::Catalog;
/// use status_core::{ClientError, StatusTable, contract};
///
/// let catalog = Catalog::new("Shop").table(ClientError::TABLE)?;
/// contract::check("errors.json", &catalog)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(path: impl AsRef<Path>, catalog: &Catalog) -> Result<(), ContractError> {
    Contract::new(path).check(catalog)
}

/// A catalog as a committed file.
///
/// ```no_run
/// use status_core::contract::Contract;
/// use status_core::describe::Catalog;
/// use status_core::{ClientError, StatusTable};
///
/// let catalog = Catalog::new("Shop").table(ClientError::TABLE)?;
/// Contract::new("errors.json").allow_additive().check(&catalog)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Contract {
    path: PathBuf,
    allow_additive: bool,
}

impl Contract {
    /// The contract in the file at `path`. In a test, a relative path starts at the directory of the
    /// package.
    #[must_use]
    pub fn new(path: impl AsRef<Path>) -> Self {
        Self { path: path.as_ref().to_owned(), allow_additive: false }
    }

    /// Lets additive changes pass.
    #[must_use]
    pub const fn allow_additive(mut self) -> Self {
        self.allow_additive = true;
        self
    }

    /// Compares the catalog with the file. If the environment variable `UPDATE_CONTRACT` is `1`,
    /// writes the file instead.
    ///
    /// # Errors
    ///
    /// Returns an error if
    ///
    /// - the file does not exist;
    /// - the file cannot be read or written;
    /// - the file is not a catalog, or comes from a newer release. It is not overwritten, even with
    ///   `UPDATE_CONTRACT`;
    /// - there are breaking changes, or additive ones that are not allowed;
    /// - `UPDATE_CONTRACT` is neither empty nor `0` or `1`.
    ///
    /// `Debug` prints the same text as `Display`, so the list of changes is readable if the test
    /// returns the error or unwraps it.
    pub fn check(&self, catalog: &Catalog) -> Result<(), ContractError> {
        let update = match env::var_os(UPDATE) {
            None => false,
            Some(value) if value.is_empty() || value == "0" => false,
            Some(value) if value == "1" => true,
            Some(value) => return Err(Reason::Variable(value).at(&self.path)),
        };
        let old = match fs::read(&self.path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(Reason::Read(error).at(&self.path)),
        };
        let Some(bytes) = old else {
            return if update { self.write(catalog) } else { Err(Reason::Missing.at(&self.path)) };
        };
        // Even if it is to be replaced: it may be another file.
        let old = Catalog::from_json_bytes(&bytes)
            .map_err(|error| Reason::Invalid(error).at(&self.path))?;
        if update {
            return if bytes == catalog.json().as_bytes() { Ok(()) } else { self.write(catalog) };
        }
        let changes = diff(&old, catalog);
        let passes = |it: &Change| match it.impact() {
            Impact::Breaking => false,
            Impact::Additive => self.allow_additive,
            Impact::Wording => true,
        };
        if changes.iter().all(passes) {
            return Ok(());
        }
        Err(Reason::Changed(changes).at(&self.path))
    }

    fn write(&self, catalog: &Catalog) -> Result<(), ContractError> {
        fs::write(&self.path, catalog.json()).map_err(|error| Reason::Write(error).at(&self.path))
    }
}

/// The code differs from the contract, or the contract cannot be read or written. See
/// [`Contract::check`].
pub struct ContractError {
    path: PathBuf,
    reason: Reason,
}

enum Reason {
    Missing,
    Read(io::Error),
    Write(io::Error),
    Invalid(InvalidCatalog),
    Changed(Vec<Change>),
    Variable(OsString),
}

impl Reason {
    fn at(self, path: &Path) -> ContractError {
        ContractError { path: path.to_owned(), reason: self }
    }
}

impl ContractError {
    /// Returns the path of the contract.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the changes, breaking ones first. Empty if the error is about the file itself.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        match &self.reason {
            Reason::Changed(changes) => changes,
            _ => &[],
        }
    }
}

impl fmt::Display for ContractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.reason {
            Reason::Missing => write!(
                f,
                "{path} does not exist; run the test with {UPDATE}=1 to create it, and commit it"
            ),
            Reason::Read(error) => write!(f, "cannot read {path}: {error}"),
            Reason::Write(error) => write!(f, "cannot write {path}: {error}"),
            Reason::Invalid(error) => write!(
                f,
                "{path}:{}: {}\n\
                 restore the file, or remove it and run the test with {UPDATE}=1 to start anew",
                error.line(),
                error.message()
            ),
            Reason::Variable(value) => {
                write!(f, "{UPDATE} is {value:?}; expected `1`, or nothing")
            }
            Reason::Changed(changes) => {
                let count = |impact| changes.iter().filter(|it| it.impact() == impact).count();
                let (breaking, additive) = (count(Impact::Breaking), count(Impact::Additive));
                match breaking {
                    0 => writeln!(f, "the errors differ from {path} ({additive} additive)")?,
                    _ => writeln!(f, "the errors differ from {path} ({breaking} breaking)")?,
                }
                for impact in [Impact::Breaking, Impact::Additive, Impact::Wording] {
                    if count(impact) > 0 {
                        writeln!(f, "\n{impact}:")?;
                    }
                    for change in changes.iter().filter(|it| it.impact() == impact) {
                        writeln!(f, "- {change}")?;
                    }
                }
                write!(
                    f,
                    "\nif this is intended, run the test with {UPDATE}=1, and commit {path}"
                )?;
                if breaking == 0 {
                    write!(f, "; with `Contract::allow_additive`, such changes pass")?;
                }
                Ok(())
            }
        }
    }
}

/// The same as `Display`: tests print errors with `Debug`.
impl fmt::Debug for ContractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for ContractError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            Reason::Read(error) | Reason::Write(error) => Some(error),
            Reason::Invalid(error) => Some(error),
            _ => None,
        }
    }
}
