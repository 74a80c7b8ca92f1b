use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(404)]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
    /// It has no code of its own.
    Other,
}

fn main() {}
