use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, members(id))]
    Failed(u8),
}

fn main() {}
