use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(dynamic = code, fallback = (502))]
    Upstream { code: u16 },
}

fn main() {}
