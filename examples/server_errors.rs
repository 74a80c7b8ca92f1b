//! Prints the canonical 5xx statuses as a table: `cargo run --example server_errors`.

use std::io::{self, Write};

use status_core::{ServerError, Status, StatusTable};

/// The width of the table.
const COLUMNS: usize = 100;

fn main() -> io::Result<()> {
    let statuses = ServerError::TABLE.statuses();
    let reasons = width(statuses.iter().map(Status::reason));
    let specs = width(statuses.iter().map(spec));
    let indent = "503  ".len() + reasons + "  ".len() + specs + "  ".len();

    let mut out = io::stdout().lock();
    for status in statuses {
        let documentation = wrap(summary(status), COLUMNS - indent);
        let documentation = documentation.join(&format!("\n{:indent$}", ""));
        let (code, reason, spec) = (status.code(), status.reason(), spec(status));
        writeln!(out, "{code}  {reason:reasons$}  {spec:specs$}  {documentation}")?;
    }
    Ok(())
}

fn spec(status: &Status) -> &'static str {
    status.spec().unwrap_or("-")
}

/// The first paragraph of the documentation. The others are about sending the status.
fn summary(status: &Status) -> &'static str {
    status.documentation().split("\n\n").next().unwrap_or_default()
}

fn width<'a>(strings: impl Iterator<Item = &'a str>) -> usize {
    strings.map(|string| string.chars().count()).max().unwrap_or(0)
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
