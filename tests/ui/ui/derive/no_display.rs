use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(axum)]
enum Error {
    /// It failed.
    #[status(500)]
    Failed,
}

fn main() {}
