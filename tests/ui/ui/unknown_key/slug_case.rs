use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(slug_case = "snakecase")]
enum Error {
    /// It is not there.
    #[status(404)]
    NotThere,
}

fn main() {}
