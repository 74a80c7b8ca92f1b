use status_core::{ClientError, HttpStatus};

#[derive(HttpStatus)]
enum Error {
    /// Some other mistake.
    #[status(transparent, fallback = 401)]
    Inner(Option<ClientError>),
}

fn main() {}
