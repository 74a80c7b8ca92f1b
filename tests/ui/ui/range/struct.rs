use status_core::HttpStatus;

/// It went well.
#[derive(HttpStatus)]
#[status(201)]
struct Created;

fn main() {}
