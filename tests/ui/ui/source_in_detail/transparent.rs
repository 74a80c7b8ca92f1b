use std::io;

use status_core::{HttpStatus, ServerError};

#[derive(Debug, thiserror::Error, HttpStatus)]
enum Error {
    #[error("config: {io}")]
    #[status(transparent = status)]
    Config { status: ServerError, #[source] io: io::Error },
    /// Nothing known.
    #[error("config: {io}")]
    #[status(transparent = status, fallback = 400)]
    Option { status: Option<ServerError>, #[source] io: io::Error },
    // The field of the variant is its own matter.
    #[error("server: {0}")]
    #[status(transparent)]
    Server(#[source] ServerError),
    #[error("config: {io}")]
    #[status(transparent = status, redact)]
    Redacted { status: ServerError, #[source] io: io::Error },
}

fn main() {}
