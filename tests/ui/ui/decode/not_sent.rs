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
    /// Its own members are not sent with its field's error.
    #[status(transparent = 0, fallback = 500, members(job = 1))]
    Worker(Option<status_core::ClientError>, u32),
    /// The second is the first if there is one value.
    #[status(400, header("X-Plan" = 0), header("x-plan" = 1))]
    Plans(Option<String>, Option<String>),
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
