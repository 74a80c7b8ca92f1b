use status_core::{HttpStatus, Redirection};

#[derive(HttpStatus)]
#[status(range = 5xx)]
enum Middle {
    /// It failed.
    #[status(500)]
    Failed,
    #[status(transparent)]
    Redirection(Redirection),
}

fn main() {}
