use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(599, allow(unregistered_code))]
    Failed,
}

fn main() {}
