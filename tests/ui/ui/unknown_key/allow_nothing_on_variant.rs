#![deny(deprecated)]

use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, allow(missing_docs))]
    Failed,
}

fn main() {}
