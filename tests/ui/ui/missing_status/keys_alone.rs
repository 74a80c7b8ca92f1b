use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(slug = "failed")]
    Failed,
}

fn main() {}
