use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It redacts and sends a detail.
    #[status(503, redact, detail = "down")]
    Redact,
    /// The other way around.
    #[status(503, detail = "down", expose)]
    Expose,
    /// Twice.
    #[status(503, detail = "down", detail = "up")]
    Twice,
    /// A number with a suffix is no field.
    #[status(503, detail = 0_u8)]
    Suffix(String),
    #[status(transparent, expose)]
    Transparent(status_core::ServerError),
    /// The field decides.
    #[status(transparent, fallback = 400, expose)]
    Option(Option<status_core::ServerError>),
}

fn main() {}
