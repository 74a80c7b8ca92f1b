use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
enum One {
    /// It failed here.
    #[status(409, title = "It failed")]
    Failed,
}

/// All is as in the other type but for the documentation.
#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
enum Other {
    /// It failed there.
    #[status(409, title = "It failed")]
    Failed,
}

#[derive(HttpStatus)]
enum HoldsOne {
    #[status(transparent)]
    One(One),
}

#[derive(HttpStatus)]
enum HoldsOther {
    #[status(transparent)]
    Other(Other),
}

#[derive(HttpStatus)]
enum Both {
    #[status(transparent)]
    One(HoldsOne),
    #[status(transparent)]
    Other(HoldsOther),
}

fn main() {}
