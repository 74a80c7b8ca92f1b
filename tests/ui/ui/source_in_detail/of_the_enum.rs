use std::io;

use status_core::HttpStatus;

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("it failed: {0}")]
enum Error {
    /// The row is broken.
    #[status(400)]
    Row(#[source] io::Error),
    /// It has a message of its own.
    #[error("no order")]
    #[status(404)]
    Order(#[source] io::Error),
}

fn main() {}
