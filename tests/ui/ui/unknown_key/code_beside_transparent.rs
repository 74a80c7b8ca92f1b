use status_core::HttpStatus;

/// It sets the status twice.
#[derive(HttpStatus)]
enum Error {
    #[status(transparent, 404)]
    Stock(status_core::ClientError),
    /// It sets the status twice.
    #[status(dynamic = 0, fallback = 502, 404)]
    Relayed(u16),
}

fn main() {}
