use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = code, fallback = 502, members(kind = slug))]
    Upstream { code: u16 },
}

fn main() {}
