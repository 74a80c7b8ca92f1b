//! The catalog as JSON, written and read.
//!
//! All fields are always written and, apart from those that a later release adds, required when a
//! catalog is read. Unknown fields are ignored, so that a release can add a field, and an earlier one
//! still reads the file. A change that this does not cover raises the version.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::catalog::Catalog;
use super::duplicate;
use super::entry::CatalogTable;

/// The version that this release writes, and the highest that it reads.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    catalog_version: u32,
    name: &'a str,
    tables: &'a [CatalogTable],
}

/// Read first, because the other fields of a newer version can be anything.
#[derive(Deserialize)]
#[serde(expecting = "a catalog")]
struct Head {
    #[serde(deserialize_with = "version")]
    #[expect(dead_code, reason = "only checked")]
    catalog_version: u32,
}

#[derive(Deserialize)]
#[serde(expecting = "a catalog")]
struct Read {
    name: String,
    #[serde(deserialize_with = "tables")]
    tables: Vec<CatalogTable>,
}

fn version<'de, D: Deserializer<'de>>(input: D) -> Result<u32, D::Error> {
    match u32::deserialize(input)? {
        VERSION => Ok(VERSION),
        newer if newer > VERSION => Err(D::Error::custom(format!(
            "version {newer} of the catalog format is newer than {VERSION}, the newest that this \
             release of status-core reads"
        ))),
        unknown => {
            Err(D::Error::custom(format!("unknown version of the catalog format: {unknown}")))
        }
    }
}

/// Compares each table with those before it, so that an error has the line of the later one.
fn tables<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<CatalogTable>, D::Error> {
    struct Tables;

    impl<'de> Visitor<'de> for Tables {
        type Value = Vec<CatalogTable>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of tables")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut input: A) -> Result<Self::Value, A::Error> {
            let mut tables = Vec::new();
            while let Some(table) = input.next_element()? {
                tables.push(table);
                duplicate::check_names(&tables).map_err(A::Error::custom)?;
                duplicate::check(&tables).map_err(A::Error::custom)?;
            }
            Ok(tables)
        }
    }

    input.deserialize_seq(Tables)
}

impl Catalog {
    /// Returns the catalog as JSON, which [`from_json`](Self::from_json) reads. It is indented, and
    /// ends with a line break.
    ///
    /// The object has the members `catalog_version` (1), `name` and `tables`. The others have the
    /// names of the fields of [`CatalogTable`] and of what it contains, and `type` for
    /// [`type_uri`](super::CatalogStatus::type_uri). A later release can add members without a new
    /// version.
    ///
    /// ```
    /// use status_core::describe::Catalog;
    ///
    /// let json = Catalog::new("Shop").json();
    /// assert_eq!(json, "{\n  \"catalog_version\": 1,\n  \"name\": \"Shop\",\n  \"tables\": []\n}\n");
    /// ```
    #[must_use]
    pub fn json(&self) -> String {
        let written = Written { catalog_version: VERSION, name: &self.name, tables: &self.tables };
        to_json(&written)
    }

    /// Reads a catalog from the JSON that [`json`](Self::json) returns. Members that this release
    /// does not know are ignored.
    ///
    /// # Errors
    ///
    /// Returns an error, with its line, if the text is not JSON, comes from a newer version, lacks a
    /// member, or has a value that no catalog can have: an invalid code, or two statuses with one
    /// `type`.
    ///
    /// ```
    /// use status_core::describe::Catalog;
    ///
    /// let error = Catalog::from_json("{\n  \"name\": \"Shop\"\n}").unwrap_err();
    /// assert_eq!(error.line(), 3);
    /// assert_eq!(error.to_string(), "line 3: missing field `catalog_version`");
    /// ```
    pub fn from_json(json: &str) -> Result<Self, InvalidCatalog> {
        let read = || {
            serde_json::from_str::<Head>(json)?;
            serde_json::from_str(json)
        };
        let Read { name, tables } = read().map_err(|error| InvalidCatalog::new(json, &error))?;
        Ok(Self { name, tables })
    }

    /// Like [`from_json`](Self::from_json), for the content of a file.
    pub(crate) fn from_json_bytes(json: &[u8]) -> Result<Self, InvalidCatalog> {
        let text = core::str::from_utf8(json).map_err(|error| {
            let valid = json.iter().take(error.valid_up_to());
            let line = valid.filter(|byte| **byte == b'\n').count() + 1;
            InvalidCatalog { line, message: "the text is not UTF-8".to_owned() }
        })?;
        Self::from_json(text)
    }
}

/// Indented JSON with a final line break.
pub(super) fn to_json<T: Serialize + ?Sized>(value: &T) -> String {
    // It has no map whose keys are not strings, and the value of each constant is JSON: it comes from
    // the macros, or was read from a file.
    let mut json = serde_json::to_string_pretty(value).expect("the catalog is valid JSON");
    json.push('\n');
    json
}

/// A text is not a catalog. See [`Catalog::from_json`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidCatalog {
    line: usize,
    message: String,
}

impl InvalidCatalog {
    /// What happens to files is named: `serde_json` only sees a character that it does not expect.
    fn new(json: &str, error: &serde_json::Error) -> Self {
        if json.starts_with('\u{feff}') {
            let message = "the text starts with a byte order mark".to_owned();
            return Self { line: 1, message };
        }
        if let Some(at) = json.lines().position(|line| line.starts_with("<<<<<<< ")) {
            return Self { line: at + 1, message: "a merge has left a conflict here".to_owned() };
        }
        let message = error.to_string();
        // serde_json appends the position.
        let end = format!(" at line {} column {}", error.line(), error.column());
        let message = message.strip_suffix(&end).unwrap_or(&message).to_owned();
        Self { line: error.line(), message }
    }

    /// Returns the line of the error, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Returns what is wrong, without the line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for InvalidCatalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Error for InvalidCatalog {}
