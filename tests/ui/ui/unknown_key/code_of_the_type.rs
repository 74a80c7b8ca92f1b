use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(status = 404)]
enum Error {
    /// It failed.
    #[status(404)]
    NotThere,
}

fn main() {}
