use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = 0, fallback = 510)]
    Failed(u16),
}

fn main() {}
