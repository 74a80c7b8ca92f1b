use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = cod, fallback = 502)]
    Failed { code: u16, name: u8 },
}

fn main() {}
