use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
enum One {
    /// It failed here.
    #[status(409)]
    Failed,
}

#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
enum Other {
    /// It failed there.
    #[status(500)]
    Failed,
}

#[derive(HttpStatus)]
enum Both {
    #[status(transparent)]
    One(One),
    #[status(transparent)]
    Other(Other),
}

fn main() {}
