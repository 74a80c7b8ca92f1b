use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = 0, fallback = 502, grpc = UNAVAILABLE)]
    Upstream(u16),
}

fn main() {}
