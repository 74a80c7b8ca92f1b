use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(transparent, members(id, line))]
    Failed(status_core::ServerError),
}

fn main() {}
