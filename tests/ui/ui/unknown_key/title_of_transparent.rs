use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(transparent, title = "x")]
    Failed(status_core::ServerError),
}

fn main() {}
