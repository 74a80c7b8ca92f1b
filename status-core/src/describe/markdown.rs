//! The catalog as Markdown.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::catalog::Catalog;
use super::doc::{self, code, escape};
use super::entry::{CatalogHeaderField, CatalogMember, CatalogStatus, CatalogTable};
use super::{example_response, facts};

impl Catalog {
    /// Returns the catalog as one Markdown document. HTML in doc comments appears as text.
    ///
    /// ```
    /// use status_core::describe::Catalog;
    /// use status_core::{ServerError, StatusTable};
    ///
    /// let catalog = Catalog::new("Shop").table(ServerError::TABLE)?;
    /// assert!(catalog.markdown().starts_with("# Shop errors\n\n## ServerError\n"));
    /// # Ok::<(), status_core::describe::DuplicateError>(())
    /// ```
    #[must_use]
    pub fn markdown(&self) -> String {
        let tables: String = self.tables.iter().map(of_table).collect();
        format!("# {} errors\n{tables}", escape(&self.name))
    }
}

fn of_table(table: &CatalogTable) -> String {
    let delegates: Vec<_> = table.delegates.iter().map(|path| code(facts::name(path))).collect();
    let delegates = match delegates.as_slice() {
        [] => String::new(),
        names => format!("\nAlso has the statuses of {}.\n", names.join(", ")),
    };
    let statuses = table.statuses.iter().map(|status| format!("\n{}", of_status(status, 3)));
    format!(
        "\n## {}\n{}{delegates}{}",
        escape(&table.name),
        documentation(&table.documentation, 2),
        statuses.collect::<String>(),
    )
}

/// Empty if there is none.
fn documentation(text: &str, level: usize) -> String {
    if text.is_empty() { String::new() } else { format!("\n{}", doc::markdown(text, level)) }
}

/// A status below a heading of this level.
pub(super) fn of_status(status: &CatalogStatus, level: usize) -> String {
    let item = |(name, value)| format!("- {name}: {value}\n");
    let type_uri = status.type_uri.as_deref().map(|uri| ("Type", code(uri)));
    let others = [
        ("Status", escape(&facts::status(status))),
        ("gRPC", code(&status.grpc)),
        ("Detail", facts::detail(status).into()),
        ("Try again", facts::retry(status)),
    ];
    format!(
        "{} {} {}\n{}\n{}{}{}\n```http\n{}\n```\n",
        "#".repeat(level),
        status.code,
        escape(&status.title),
        documentation(facts::documentation(status), level),
        type_uri.into_iter().chain(others).map(item).collect::<String>(),
        table("| member | JSON | Rust | sent | value |", status.members.iter().map(member)),
        table(
            "| header field | Rust | sent | value |",
            status.header_fields.iter().map(header_field)
        ),
        example_response::of(status),
    )
}

/// Empty if there are no rows.
fn table(head: &str, rows: impl Iterator<Item = String>) -> String {
    let rows: String = rows.collect();
    let columns = head.matches('|').count() - 1;
    if rows.is_empty() {
        return rows;
    }
    format!("\n{head}\n|{}\n{rows}", " --- |".repeat(columns))
}

fn member(member: &CatalogMember) -> String {
    let CatalogMember { name, rust_type, json_type, optional, value } = member;
    format!(
        "| {} | {} | {} | {} | {} |\n",
        cell(Some(name)),
        json_type.as_deref().map(escape).unwrap_or_default(),
        cell(rust_type.as_deref()),
        facts::presence(*optional),
        cell(value.as_deref()),
    )
}

fn header_field(field: &CatalogHeaderField) -> String {
    let CatalogHeaderField { name, rust_type, optional, value } = field;
    let [name, rust_type, value] =
        [Some(name), rust_type.as_ref(), value.as_ref()].map(|it| cell(it.map(String::as_str)));
    format!("| {name} | {rust_type} | {} | {value} |\n", facts::presence(*optional))
}

/// Code in a cell, which a vertical bar would end.
fn cell(text: Option<&str>) -> String {
    text.map(|it| code(it).replace('|', "\\|")).unwrap_or_default()
}
