use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// Wait.
    #[status(503, retry_after = 5)]
    Busy,
}

fn main() {}
