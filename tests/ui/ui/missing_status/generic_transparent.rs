use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error<T> {
    #[status(transparent)]
    Other(Vec<T>),
}

fn main() {}
