use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(404, reason = "Nope")]
struct Failed;

fn main() {}
