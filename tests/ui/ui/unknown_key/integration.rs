use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(axm)]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
