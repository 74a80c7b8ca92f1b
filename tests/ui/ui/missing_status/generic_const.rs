use status_core::HttpStatus;

struct Inner<const N: usize>;

#[derive(HttpStatus)]
enum Error<const N: usize> {
    #[status(transparent)]
    Other(Inner<N>),
}

fn main() {}
