use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, members(größe))]
    Failed { größe: u8 },
}

fn main() {}
