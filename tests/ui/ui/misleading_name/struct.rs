use status_core::HttpStatus;

/// It failed.
#[derive(HttpStatus)]
#[status(500)]
struct PreconditionFailed;

fn main() {}
