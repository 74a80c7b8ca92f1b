use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, header("Retry-After" = 0))]
    Failed(u32),
}

fn main() {}
