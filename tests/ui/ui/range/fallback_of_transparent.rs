use status_core::{ClientError, HttpStatus};

#[derive(HttpStatus)]
#[status(range = 4xx)]
enum Error {
    /// Some other mistake.
    #[status(transparent, fallback = 500)]
    Inner(Option<ClientError>),
}

fn main() {}
