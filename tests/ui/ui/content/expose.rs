use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 3xx)]
enum Error {
    /// It failed.
    #[status(304, expose)]
    Failed,
}

fn main() {}
