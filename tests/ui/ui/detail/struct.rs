use status_core::HttpStatus;

/// Empty.
#[derive(HttpStatus)]
#[status(404, detail = " ")]
struct Error;

fn main() {}
