use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(crate = "status_core")]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
