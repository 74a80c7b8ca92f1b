use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, grpc = tonic::Code::Ok)]
    Failed,
}

fn main() {}
