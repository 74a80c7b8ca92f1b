use status_core::{HttpStatus, ServerError};

#[derive(HttpStatus)]
enum Error {
    #[status(transparent, title = "No order {0}", header("X-Id" = "{0}"), members(id = "{0}"))]
    Transparent(ServerError),
    #[status(dynamic = code, fallback = 500, reason = "No order {code}")]
    Dynamic { code: u16 },
    /// No order has this number.
    #[status(404, detail = "no order {id}", expos)]
    Unreadable { id: u64 },
}

fn main() {}
