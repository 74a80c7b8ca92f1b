use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(StatusCode::NOT_FOND)]
    Failed,
}

fn main() {}
