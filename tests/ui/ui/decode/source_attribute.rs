use status_core::HttpStatus;

/// The cause is not for clients.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("it failed")]
#[status(500, decode)]
struct Failed(#[source] std::io::Error);

fn main() {}
