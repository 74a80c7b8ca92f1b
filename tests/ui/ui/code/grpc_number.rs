use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, grpc = 5)]
    Failed,
}

fn main() {}
