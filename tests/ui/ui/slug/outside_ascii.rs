use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It is not there.
    #[status(404, slug = "größe-falsch")]
    NotThere,
}

fn main() {}
