use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, range = 5xx)]
    Failed,
}

fn main() {}
