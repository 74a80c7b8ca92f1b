use std::io;

use status_core::HttpStatus;

/// The row is broken.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("bad row: {source}")]
#[status(400)]
struct Error {
    source: io::Error,
}

fn main() {}
