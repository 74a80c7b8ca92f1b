use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OnVariant {
    /// The path is not valid.
    #[status(400, detail = "expected {id} in the path, as in /orders/{id}", allow(placeholder))]
    Path { id: u64 },
    /// The order has moved.
    #[status(410, members(template = "/orders/{id}"), allow(placeholder))]
    Moved { id: u64 },
}

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/", allow(placeholder))]
enum OnType {
    /// The path is not valid.
    #[status(400, detail = "send {0}")]
    Path(u64),
    /// Nothing is at `/orders/{id}`.
    #[status(404, header("Link-Template" = "\"/orders/{id}\""))]
    NotFound { id: u64 },
}

/// The path is not valid.
#[derive(HttpStatus)]
#[status(400, title = "Send {0}", allow(placeholder))]
struct OnStruct(u64);

pub fn main() {}
