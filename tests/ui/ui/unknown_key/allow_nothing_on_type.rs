#![deny(deprecated)]

use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(allow(unregistered_code))]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
