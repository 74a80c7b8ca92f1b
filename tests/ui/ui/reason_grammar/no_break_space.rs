use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It begins with a no-break space.
    #[status(404, title = "\u{a0}Not found")]
    NotFound,
}

fn main() {}
