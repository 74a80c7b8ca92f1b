use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(transparent)]
    Other(std::io::Error),
}

fn main() {}
