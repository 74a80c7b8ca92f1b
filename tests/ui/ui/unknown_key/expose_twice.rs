use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, expose, expose)]
    NotThere,
}

fn main() {}
