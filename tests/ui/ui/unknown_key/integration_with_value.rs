use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(500, axum = true)]
struct Failed;

fn main() {}
