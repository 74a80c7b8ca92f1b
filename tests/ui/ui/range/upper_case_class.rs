use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 4XX)]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
