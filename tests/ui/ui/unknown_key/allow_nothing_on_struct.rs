#![deny(deprecated)]

use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(404, allow(misleading_name))]
struct Failed;

fn main() {}
