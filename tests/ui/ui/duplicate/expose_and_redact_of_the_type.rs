use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(expose, redact)]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
