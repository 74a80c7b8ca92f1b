use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(transparent)]
    Failed(Box<dyn HttpStatus>),
}

fn main() {}
