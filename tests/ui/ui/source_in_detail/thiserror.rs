use std::io;

use status_core::HttpStatus;

#[derive(Debug, thiserror::Error, HttpStatus)]
enum Error {
    /// The row is broken.
    #[error("bad row: {0}")]
    #[status(400)]
    Bad(#[from] io::Error),
    /// The query failed.
    #[error("query {id} failed: {}", .source)]
    #[status(409)]
    Query { id: u8, source: io::Error },
    /// The file is broken.
    #[error(transparent)]
    #[status(422)]
    File(io::Error),
    #[error("{source}")]
    #[status(dynamic = code, fallback = 502)]
    Upstream { code: u16, source: io::Error },
    /// It is sent on purpose.
    #[error("bad row: {0}")]
    #[status(400, expose)]
    Exposed(#[source] io::Error),
    /// It is kept back.
    #[error("bad row: {0}")]
    #[status(400, redact)]
    Redacted(#[source] io::Error),
    /// It is kept back by default.
    #[error("bad row: {0}")]
    #[status(500)]
    Internal(#[source] io::Error),
}

fn main() {}
