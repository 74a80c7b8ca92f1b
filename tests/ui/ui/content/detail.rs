use status_core::HttpStatus;

/// Not modified.
#[derive(HttpStatus)]
#[status(304, range = 3xx, detail = "the same")]
struct Same;

fn main() {}
