use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, header("X-Size" = "groß"))]
    Failed,
}

fn main() {}
