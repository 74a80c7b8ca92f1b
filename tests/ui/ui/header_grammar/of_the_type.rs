use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(header("X-Id" = id), header("X Y" = "a"), header("Content-Type" = "text/plain"))]
enum Error {
    /// It failed.
    #[status(404)]
    Failed { id: u8 },
}

fn main() {}
