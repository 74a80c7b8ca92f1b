use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It is gone.
    Gone,
}

fn main() {}
