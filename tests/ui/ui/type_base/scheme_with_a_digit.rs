use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "1shop:errors/")]
enum Error {
    /// It failed.
    #[status(404)]
    NotThere,
}

fn main() {}
