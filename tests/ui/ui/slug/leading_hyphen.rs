use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, slug = "-gone")]
    Failed,
}

fn main() {}
