use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(510)]
struct Failed;

fn main() {}
