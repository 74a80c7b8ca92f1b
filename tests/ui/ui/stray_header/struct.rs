use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(500, header("retry-after" = "1"))]
struct Failed;

fn main() {}
