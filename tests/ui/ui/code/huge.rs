use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(99999999999999999999999999)]
    Failed,
}

fn main() {}
