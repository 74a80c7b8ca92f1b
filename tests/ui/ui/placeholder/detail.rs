use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// A field.
    #[status(404, detail = "order {id} is gone")]
    Named { id: u64 },
    /// An index.
    #[status(404, detail = "order {0:?} is gone")]
    Index(u64),
    /// An index as derive_more writes it.
    #[status(404, detail = "order {_0} is gone")]
    Underscore(u64),
    /// Only a field.
    #[status(404, detail = "{r#type}")]
    Only { r#type: String },
    #[status(transparent, detail = "order {0} is gone")]
    Transparent(status_core::ServerError),
    #[status(dynamic = code, fallback = 500, detail = "code {code}")]
    Dynamic { code: u16 },
    /// Not a field.
    #[status(404, detail = "send {other} and {")]
    Fine(u64),
    /// Not a placeholder.
    #[status(404, detail = "send { id: 1 } and {id")]
    Object { id: u64 },
}

fn main() {}
