use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, header("X-Text" = "a\r\nSet-Cookie: b"))]
    Failed,
}

fn main() {}
