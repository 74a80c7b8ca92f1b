use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(503, range = 4xx)]
struct Failed;

fn main() {}
