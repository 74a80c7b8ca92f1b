use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OnVariant {
    /// It failed.
    #[status(400, grpc = INTERNAL, allow(grpc_mismatch))]
    Failed,
}

#[derive(HttpStatus)]
#[status(allow(grpc_mismatch))]
enum OnType {
    /// It failed.
    #[status(400, grpc = INTERNAL)]
    Failed,
}

/// It failed.
#[derive(HttpStatus)]
#[status(400, grpc = INTERNAL, allow(grpc_mismatch))]
struct Failed;

pub fn main() {}
