use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404)]
    #[status(410)]
    Failed,
}

fn main() {}
