use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(CODE)]
    Failed,
}

fn main() {}
