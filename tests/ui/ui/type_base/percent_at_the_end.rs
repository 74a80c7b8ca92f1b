use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "/errors/%4")]
enum Error {
    /// It failed.
    #[status(404)]
    NotThere,
}

fn main() {}
