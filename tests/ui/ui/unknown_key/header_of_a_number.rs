use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(429, header(429: "5"))]
    TooFast,
}

fn main() {}
