use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(205, expose, range = 2xx)]
struct Failed;

fn main() {}
