use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(grpc_domain = "the shop")]
enum Error {
    /// It failed.
    #[status(404)]
    NotThere,
}

fn main() {}
