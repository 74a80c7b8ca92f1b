//! The derives of displaydoc and snafu are left out: a derive does not see which others there are.

use std::io;

use status_core::HttpStatus;

#[derive(Debug, HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum Error {
    /// cannot read the row: {source}
    #[status(400, title = "Unreadable row")]
    Row { source: io::Error },
    /// cannot read the file
    /// {path}: {source:?}
    #[status(409, title = "Unreadable file")]
    File { path: String, source: io::Error },
    /** cannot read the query: {source} */
    #[status(dynamic = code, fallback = 502)]
    Query { code: u16, source: io::Error },
    /// cannot read the order: {source}
    #[status(400)]
    Order { source: io::Error },
    /// cannot read the {field}, as in {{source}}
    #[status(400, title = "Unreadable field")]
    Escaped { field: String, source: io::Error },
    /// cannot read the invoice: {source}
    #[status(400, redact, title = "Unreadable invoice")]
    Redacted { source: io::Error },
    /// cannot read the key: {source}
    #[status(500, title = "Unreadable key")]
    Internal { source: io::Error },
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("it failed")
    }
}

fn main() {}
