use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, zzzzzzzz)]
    NotThere,
}

fn main() {}
