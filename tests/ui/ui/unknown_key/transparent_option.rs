use status_core::{HttpStatus, ServerError};

#[derive(HttpStatus)]
enum Error {
    /// The field may be `None`.
    #[status(transparent)]
    Option(Option<ServerError>),
    /// The field is never `None`.
    #[status(transparent = cause, fallback = 500)]
    Always { cause: ServerError, id: u8 },
    /// Nothing to fall back from.
    #[status(404, fallback = 500)]
    Code,
}

/// A struct.
#[derive(HttpStatus)]
#[status(transparent = 1)]
struct Struct(u8, std::option::Option<ServerError>);

fn main() {}
