use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, unlisted)]
    Failed,
}

fn main() {}
