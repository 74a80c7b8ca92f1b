use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error<T> {
    #[status(transparent)]
    Other(Box<(T,)>),
}

fn main() {}
