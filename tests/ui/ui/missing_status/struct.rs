use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
struct Failed;

fn main() {}
