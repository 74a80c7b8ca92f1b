use status_core::HttpStatus;

struct Id;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, members(id))]
    Failed { id: Id },
}

fn main() {}
