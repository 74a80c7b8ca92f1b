use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(429, header("Retry-After" = aftr))]
    Failed { after: u8 },
}

fn main() {}
