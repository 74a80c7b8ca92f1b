use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It is not there.
    #[status(404, slug = "missing")]
    NotFound,
    /// It is not there any more.
    #[status(410, slug = "missing")]
    Gone,
    /// Its slug follows from its name.
    #[status(403)]
    Closed,
    /// The same.
    #[status(403, slug = "closed")]
    Barred,
}

/// A waiver does not help with a type.
#[derive(HttpStatus)]
#[status(type_base = "/", allow(duplicate))]
enum Typed {
    /// It is not there.
    #[status(404, slug = "missing")]
    NotFound,
    /// It is not there any more.
    #[status(410, slug = "missing")]
    Gone,
}

fn main() {}
