use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, title = "two\nlines")]
    Failed,
}

fn main() {}
