use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// No such field.
    #[status(503, detail = reason)]
    Named { text: String },
    /// No such index.
    #[status(503, detail = 1)]
    Index(String),
    #[status(dynamic = 0, fallback = 500, detail = text)]
    Dynamic(u16),
}

fn main() {}
