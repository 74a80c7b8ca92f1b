//! The catalog as a folder of HTML pages.

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use core::error::Error;
use core::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::address::Address;
use super::catalog::Catalog;
use super::entry::{CatalogStatus, CatalogTable};
use super::html::{Entry, Links, index, status_page};

impl Catalog {
    /// Writes the catalog as HTML pages into a directory, which is created if it does not exist:
    /// `index.html`, and a page for each status in a directory for each table. The pages link to each
    /// other by relative paths, have no scripts and load nothing.
    ///
    /// Files of the same name are replaced. Others are kept, so write to an empty directory if a
    /// status may have been removed.
    ///
    /// # Errors
    ///
    /// Returns an error with the path of the directory or file that cannot be written.
    ///
    /// ```
    /// use status_core::describe::Catalog;
    /// use status_core::{ServerError, StatusTable};
    ///
    /// # let site = std::env::temp_dir().join(format!("status-core-site-{}", std::process::id()));
    /// # let directory = &site;
    /// let catalog = Catalog::new("Shop").table(ServerError::TABLE)?;
    /// catalog.write_to(directory)?;
    /// let page = std::fs::read_to_string(directory.join("ServerError/bad-gateway.html"))?;
    /// assert!(page.contains("<title>502: Bad Gateway</title>"));
    /// # std::fs::remove_dir_all(site)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write_to(&self, directory: impl AsRef<Path>) -> Result<(), WriteError> {
        let directory = directory.as_ref();
        let site = Site::of(self);
        create(directory)?;
        // It may be the page behind these.
        let has_fragment = |address: Address<'_>| address.fragment.is_some();
        write(&directory.join("index.html"), &index(self, &site, &has_fragment))?;
        for table in &self.tables {
            for status in &table.statuses {
                let Some(file) = site.status(table, status) else { continue };
                let entry = Entry { table, status };
                let Some(page) = status_page(&[entry], &FromStatus(&site)) else { continue };
                let path = directory.join(file);
                create(path.parent().unwrap_or(directory))?;
                write(&path, &page)?;
            }
        }
        Ok(())
    }
}

fn create(directory: &Path) -> Result<(), WriteError> {
    fs::create_dir_all(directory).map_err(|error| WriteError::new(directory, error))
}

fn write(path: &Path, page: &str) -> Result<(), WriteError> {
    fs::write(path, page).map_err(|error| WriteError::new(path, error))
}

/// The file of each status, by the path of its table and its name.
struct Site(BTreeMap<(String, String), String>);

impl Site {
    fn of(catalog: &Catalog) -> Self {
        let mut folders = BTreeSet::new();
        let mut files = BTreeMap::new();
        for table in &catalog.tables {
            let folder = unused(&file_name(&table.name), &mut folders);
            let mut names = BTreeSet::new();
            for status in &table.statuses {
                let name = unused(&file_name(&status.slug), &mut names);
                let key = (table.path(), status.name.clone());
                files.insert(key, format!("{folder}/{name}.html"));
            }
        }
        Self(files)
    }
}

/// A catalog that was read from a file can have any characters in a name.
fn file_name(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
    let name: String = text.chars().map(|c| if is_plain(c) { c } else { '-' }).collect();
    // A name of dots is a directory.
    match name.trim_matches('.') {
        "" => "-".to_owned(),
        _ => name,
    }
}

/// The name, with a number if it is taken. Many file systems ignore case.
fn unused(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut unused = name.to_owned();
    let mut number = 1;
    while !taken.insert(unused.to_ascii_lowercase()) {
        number += 1;
        unused = format!("{name}-{number}");
    }
    unused
}

/// The links on the index.
impl Links for Site {
    fn status(&self, table: &CatalogTable, status: &CatalogStatus) -> Option<String> {
        self.0.get(&(table.path(), status.name.clone())).cloned()
    }

    fn index(&self, _: &CatalogTable) -> Option<String> {
        Some("index.html".to_string())
    }
}

/// The links on the page of a status, which is in a directory.
struct FromStatus<'a>(&'a Site);

impl Links for FromStatus<'_> {
    fn status(&self, table: &CatalogTable, status: &CatalogStatus) -> Option<String> {
        self.0.status(table, status).map(|file| ["../", &file].concat())
    }

    fn index(&self, table: &CatalogTable) -> Option<String> {
        self.0.index(table).map(|file| ["../", &file].concat())
    }
}

/// A file or directory could not be written.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    source: io::Error,
}

impl WriteError {
    pub(super) fn new(path: &Path, source: io::Error) -> Self {
        Self { path: path.to_owned(), source }
    }

    /// Returns the path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write {}: {}", self.path.display(), self.source)
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}
