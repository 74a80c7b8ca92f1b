use status_core::HttpStatus;

/// Why an order fails.
#[derive(HttpStatus)]
#[status(decode, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// The payment provider failed us.
    #[status(502)]
    Payment(std::io::Error),
    /// Nothing is left of the item.
    #[status(409, members(left), detail = text)]
    SoldOut { left: u32, text: String, item: String },
    #[status(transparent = error)]
    Stock { error: status_core::ClientError, table: String },
    /// The code is another server's.
    #[status(dynamic = code_of(upstream), fallback = 502)]
    Relayed { upstream: u16 },
    /// The stock service failed us.
    #[status(502)]
    Source { source: std::io::Error, attempts: u8 },
    /// It is not decoded.
    #[status(500, skip_decode)]
    Broken(std::io::Error),
    /// It has a default.
    #[status(503, decode_default(0, attempts))]
    Closed(String),
}

fn code_of(code: &u16) -> u16 {
    *code
}

fn main() {
    // No second error.
    let _: Result<OrderError, _> = status_core::problem::Decode::decode(
        status_core::problem::Problem::new(status_core::ClientError::Gone.status()),
    );
}
