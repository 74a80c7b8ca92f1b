use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(StatusCode::NOT_FOUND)]
enum Error {
    /// It failed.
    #[status(500)]
    Failed,
}

fn main() {}
