use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, members(_id))]
    Failed { _id: u8 },
}

fn main() {}
