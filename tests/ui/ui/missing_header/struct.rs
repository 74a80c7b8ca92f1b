use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(401)]
struct Failed;

fn main() {}
