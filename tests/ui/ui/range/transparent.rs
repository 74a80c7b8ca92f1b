use status_core::HttpStatus;

/// The request succeeded.
#[derive(HttpStatus)]
#[status(range = 200..=299)]
enum Inner {
    /// It is there.
    #[status(201)]
    Stored,
}

#[derive(HttpStatus)]
enum Outer {
    #[status(transparent)]
    Inner(Inner),
}

fn main() {}
