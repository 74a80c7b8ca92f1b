use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, grpc = NOT_FOND)]
    Failed,
}

fn main() {}
