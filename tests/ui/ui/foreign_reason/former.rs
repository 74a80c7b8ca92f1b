use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(413, reason = "Payload Too Large")]
    Failed,
}

fn main() {}
