use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(503, reason = "Gateway Timeout")]
    Failed,
}

fn main() {}
