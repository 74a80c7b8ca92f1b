use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(zzzzzzzz)]
enum Error {
    /// It failed.
    #[status(404)]
    NotThere,
}

fn main() {}
