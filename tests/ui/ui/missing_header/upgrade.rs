use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(426)]
    Failed,
    /// It has the other one.
    #[status(426, slug = "other", header("Connection" = "upgrade"))]
    Other,
}

fn main() {}
