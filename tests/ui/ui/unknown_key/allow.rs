use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, allow(missing_doc))]
    Failed,
    // It has no documentation.
    #[status(409, allow(missing_doc))]
    Undocumented,
    /// It has no challenge.
    #[status(401, allow(missing_headers))]
    SignedOut,
}

fn main() {}
