use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 0..=999)]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
