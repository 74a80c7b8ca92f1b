use status_core::{HttpStatus, ServerError};

#[derive(HttpStatus)]
#[status(body = envelope(), slug_case = snake_case)]
enum Error {
    /// An error code.
    #[status(409, code = "GONE")]
    Code,
    #[status(transparent(cause), fallback = 500)]
    Job { cause: Option<ServerError>, id: u8 },
}

fn main() {}
