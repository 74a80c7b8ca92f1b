use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, members(status))]
    Failed { status: u8 },
}

fn main() {}
