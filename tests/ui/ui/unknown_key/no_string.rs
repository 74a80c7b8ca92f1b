use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, title = 5)]
    Failed,
    /// It has a hyphen.
    #[status(409, slug = LOAN-001, redact)]
    Lent,
    /// It calls a function.
    #[status(410, title = title())]
    Gone,
}

fn main() {}
