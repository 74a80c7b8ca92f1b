use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, members(id = 1, code = 1001))]
    Failed(u8),
}

fn main() {}
