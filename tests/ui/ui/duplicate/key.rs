use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, slug = "a", slug = "b")]
    Failed,
}

fn main() {}
