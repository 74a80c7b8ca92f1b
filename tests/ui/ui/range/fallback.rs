use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = 0, fallback = 302)]
    Failed(u16),
}

fn main() {}
