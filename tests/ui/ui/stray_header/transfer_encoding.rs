use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, header("Transfer-Encoding" = "chunked"))]
    Failed,
}

fn main() {}
