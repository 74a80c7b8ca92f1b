use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(code = 404)]
    Failed,
}

fn main() {}
