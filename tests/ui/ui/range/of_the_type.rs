use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 5xx)]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
