use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OnVariant {
    /// The path is not valid.
    #[status(400, detail = "expected {id} in the path, as in /orders/{id}", allow(detail))]
    Path { id: u64 },
}

#[derive(HttpStatus)]
#[status(allow(detail))]
enum OnType {
    /// The path is not valid.
    #[status(400, detail = "send {0}")]
    Path(u64),
}

/// The path is not valid.
#[derive(HttpStatus)]
#[status(400, detail = "send {0}", allow(detail))]
struct OnStruct(u64);

pub fn main() {}
