use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(transparent, header("A" = "b"), redact)]
    Failed(status_core::ServerError),
}

fn main() {}
