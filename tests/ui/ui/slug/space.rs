use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It is not there.
    #[status(404, slug = "no such key")]
    NotThere,
}

fn main() {}
