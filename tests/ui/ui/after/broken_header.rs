use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// Sign in.
    #[status(401, header("WWW-Authenticate", "Bearer"))]
    SignedOut,
}

fn main() {}
