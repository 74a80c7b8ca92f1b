use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, header("Content-Type" = "text/html"))]
    Failed,
}

fn main() {}
