use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(expose, 404)]
    Failed,
}

fn main() {}
