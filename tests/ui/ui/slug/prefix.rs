use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(slug_prefix = "M ")]
enum Error {
    /// It is not there.
    #[status(404)]
    NotThere,
}

#[derive(HttpStatus)]
#[status(slug_prefix = " ")]
enum Blank {
    /// It is not there.
    #[status(404)]
    NotThere,
}

fn main() {}
