use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// Wait.
    #[status(503, detail = "why")]
    Busy,
}

fn main() {}
