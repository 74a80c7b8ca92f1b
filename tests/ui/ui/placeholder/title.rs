use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// A title.
    #[status(404, title = "No order {id}")]
    Title { id: u64 },
    /// A reason.
    #[status(599, reason = "No Order {0}", allow(unregistered_code))]
    Reason(u64),
    /// No order {id}: without a type, this is not the title.
    #[status(404)]
    NoTitle { id: u64 },
}

/// A title.
#[derive(HttpStatus)]
#[status(404, title = "No order {id}")]
struct Struct {
    id: u64,
}

fn main() {}
