use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 2xx)]
enum Error {
    /// It went well.
    #[status(204, members(id))]
    Done { id: u8 },
}

fn main() {}
