use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 4xx..=5xx)]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
