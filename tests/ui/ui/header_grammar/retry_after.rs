use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It is neither.
    #[status(503, header("Retry-After" = "soon"))]
    Soon,
    /// It is a delay with a unit.
    #[status(503, header("retry-after" = "60s"))]
    Unit,
    /// It has two.
    #[status(503, header("Retry-After" = "60"), header("Retry-After" = "120"))]
    Twice,
    /// It is a field.
    #[status(503, header("Retry-After" = "after"))]
    Field { after: u32 },
    /// It is a field in braces.
    #[status(503, header("Retry-After" = "{after}"))]
    Braces { after: u32 },
    /// It is an index.
    #[status(503, header("Retry-After" = "{0}"))]
    Index(u32),
    /// It is a date.
    #[status(503, header("Retry-After" = "Sun, 06 Nov 1994 08:49:37 GMT"))]
    Date,
}

fn main() {}
