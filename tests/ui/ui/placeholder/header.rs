use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(header("X-Template" = "/orders/{id}"))]
enum Error {
    /// Only a field.
    #[status(404, header("X-Id" = "{id}"))]
    Only { id: u64 },
    /// An index.
    #[status(404, header("X-Id" = "{0}"))]
    Index(u64),
    /// More than a field.
    #[status(404, header("Link" = "</orders/{id}>"))]
    More { id: u64 },
    #[status(dynamic = code, fallback = 500, header("X-Id" = "{id}"))]
    Dynamic { code: u16, id: u64 },
    /// Not a field.
    #[status(404, header("X-Id" = "{order}"))]
    Fine { id: u64 },
}

fn main() {}
