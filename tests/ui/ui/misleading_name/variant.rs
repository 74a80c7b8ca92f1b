use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(400)]
    TooManyRequests,
}

fn main() {}
