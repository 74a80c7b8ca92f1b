use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(allow(unregistered_code))]
enum Error {
    /// It failed.
    #[status(4040, allow(retired_code))]
    Failed,
    /// It is fine.
    #[status(404)]
    Fine,
}

fn main() {}
