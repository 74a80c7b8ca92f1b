use status_core::{ClientError, HttpStatus};

#[derive(HttpStatus)]
enum Error {
    #[status(transparent, fallback = 400)]
    Inner(Option<ClientError>),
    #[status(transparent)]
    Always(ClientError),
}

fn main() {}
