use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(429, header("Retry-After" = 0))]
    Failed(f64),
}

fn main() {}
