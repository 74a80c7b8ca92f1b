use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(Self::respond)]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
