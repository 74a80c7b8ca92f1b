use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(transparent)]
    Failed(status_core::ServerError, u8),
}

fn main() {}
