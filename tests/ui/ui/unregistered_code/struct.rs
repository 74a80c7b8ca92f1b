use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(499)]
struct Failed;

fn main() {}
