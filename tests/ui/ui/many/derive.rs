use status_core::HttpStatus;

/// One mistake in each variant, and two in one: all of them are told at once.
#[derive(HttpStatus)]
#[status(axm, type_base = "two words")]
enum Error {
    /// It failed.
    #[status(600)]
    Outside,
    /// It failed.
    #[status(NOT_FOND)]
    Unknown,
    /// It failed.
    Missing,
    #[status(404)]
    Undocumented,
    /// It failed.
    #[status(404, tilte = "x", reason = "")]
    Two,
    /// It failed.
    #[status(200)]
    Success,
    /// It failed.
    #[status(499)]
    Unregistered,
    /// It failed.
    #[status(404, slug = "two")]
    Duplicate,
}

fn main() {}
