use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, header("Retry After" = "1"))]
    Failed,
}

fn main() {}
