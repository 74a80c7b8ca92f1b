use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    Io(std::io::Error),
}

fn main() {}
