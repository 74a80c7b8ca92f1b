use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    ///
    #[status(404)]
    Failed,
}

fn main() {}
