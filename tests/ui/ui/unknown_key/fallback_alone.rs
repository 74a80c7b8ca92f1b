use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, fallback = 502)]
    Failed,
}

fn main() {}
