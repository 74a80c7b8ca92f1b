use status_core::{HttpStatus, Redirection};

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = 0, fallback = 502)]
    Upstream(u16),
    #[status(transparent)]
    Redirection(Redirection),
    #[status(transparent, unlisted)]
    Other(Box<dyn HttpStatus>),
}

fn main() {}
