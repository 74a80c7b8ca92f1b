use status_core::{HttpStatus, ServerError};

#[derive(HttpStatus)]
enum Inner {
    #[status(transparent)]
    Server(ServerError),
}

#[derive(HttpStatus)]
#[status(range = 4xx)]
enum Outer {
    /// It failed.
    #[status(404)]
    NotFound,
    #[status(transparent)]
    Inner(Box<Inner>),
}

fn main() {}
