use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(429, header("Retry-After" = 30))]
    Failed,
}

fn main() {}
