use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(503, retry = "")]
    Down,
}

fn main() {}
