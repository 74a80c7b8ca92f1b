use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, header("content-length" = "0"))]
    Failed,
}

fn main() {}
