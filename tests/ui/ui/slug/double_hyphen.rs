use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, slug = "order--gone")]
    Failed,
}

fn main() {}
