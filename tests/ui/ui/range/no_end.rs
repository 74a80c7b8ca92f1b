use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(500, range = 500..=)]
struct Failed;

fn main() {}
