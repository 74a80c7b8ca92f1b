use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(4040)]
    Failed,
}

fn main() {}
