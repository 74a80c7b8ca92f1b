use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It is not compressed.
    #[status(404, header("Content-Encoding" = "gzip"))]
    Compressed,
}

fn main() {}
