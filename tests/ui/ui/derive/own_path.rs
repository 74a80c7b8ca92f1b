use status_core::HttpStatus;

/// A field of its own type, by a path.
#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(500)]
    Failed,
    #[status(transparent)]
    Other(Box<crate::Error>),
}

fn main() {}
