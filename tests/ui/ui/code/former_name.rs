use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(PAYLOAD_TOO_LARGE)]
    Failed,
}

fn main() {}
