use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It is the server's fault.
    #[status(400, grpc = UNAVAILABLE)]
    Failed,
    /// It is the client's fault.
    #[status(BAD_GATEWAY, grpc = InvalidArgument)]
    Argument,
    /// These are usual.
    #[status(408, grpc = DEADLINE_EXCEEDED)]
    Slow,
    /// These are usual.
    #[status(429, grpc = UNAVAILABLE)]
    Limited,
}

fn main() {}
