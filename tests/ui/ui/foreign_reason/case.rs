use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, reason = "not found")]
    Failed,
}

fn main() {}
