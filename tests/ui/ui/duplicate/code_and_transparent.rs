use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, transparent)]
    Failed(std::io::Error),
}

fn main() {}
