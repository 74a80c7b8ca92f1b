use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(NOT_EXTENDED)]
    Failed,
}

fn main() {}
