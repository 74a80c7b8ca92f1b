use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 2xx)]
enum Error {
    /// The request succeeded.
    #[status(204, members(id))]
    Done { id: u8 },
}

fn main() {}
