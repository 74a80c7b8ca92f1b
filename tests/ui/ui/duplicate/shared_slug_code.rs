use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
enum Error {
    /// It is not there.
    #[status(404, slug = "missing")]
    NotFound,
    /// It is not there any more.
    #[status(410, slug = "missing")]
    Gone,
}

fn main() {}
