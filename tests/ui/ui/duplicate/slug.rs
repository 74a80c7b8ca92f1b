use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404)]
    NotThere,
    /// It failed again.
    #[status(410, slug = "not-there")]
    Gone,
}

fn main() {}
