use status_core::HttpStatus;

struct Foreign;

impl HttpStatus for Foreign {
    fn status(&self) -> &'static status_core::Status {
        status_core::ServerError::BadGateway.status()
    }
}

#[derive(HttpStatus)]
enum Error {
    #[status(transparent)]
    Other(Foreign),
}

fn main() {}
