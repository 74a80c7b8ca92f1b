use status_core::HttpStatus;

/// The request succeeded.
#[derive(HttpStatus)]
#[status(201)]
struct Created;

fn main() {}
