use status_core::HttpStatus;

/// Two types that delegate to each other.
#[derive(HttpStatus)]
enum One {
    #[status(transparent)]
    Other(Box<Other>),
}

#[derive(HttpStatus)]
enum Other {
    #[status(transparent)]
    One(Box<One>),
}

fn main() {}
