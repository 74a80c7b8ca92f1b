use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// A field.
    #[status(404, detail = "order {id} is gone")]
    Named { id: u64 },
    /// An index.
    #[status(404, detail = "order {0:?} is gone")]
    Index(u64),
    /// Not a field.
    #[status(404, detail = "send {other} and {")]
    Fine(u64),
}

fn main() {}
