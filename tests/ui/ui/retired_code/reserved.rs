use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(418, reason = "I am a teapot")]
    Failed,
}

fn main() {}
