use status_core::HttpStatus;

/// It failed.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("failed")]
#[status(500, axum, axum)]
struct Failed;

fn main() {}
