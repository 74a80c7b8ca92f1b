use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(transparent)]
    Failed,
}

fn main() {}
