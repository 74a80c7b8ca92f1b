use status_core::HttpStatus;

/// It is gone.
#[derive(HttpStatus)]
#[status(410, grpc = INTERNAL)]
struct Error;

fn main() {}
