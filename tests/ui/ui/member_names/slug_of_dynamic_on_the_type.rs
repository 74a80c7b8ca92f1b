use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(members(code = slug))]
enum Error {
    #[status(dynamic = 0, fallback = 502)]
    Upstream(u16),
    /// It has one.
    #[status(404)]
    NotFound,
}

fn main() {}
