use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum Error {
    /// No order {id}.
    #[status(404)]
    Named { id: u64 },
    /// No order of {customer}
    /// has the number *{0}*. It may be {1}.
    #[status(404)]
    Index(u64, u64),
    /// No order \{id\}.
    #[status(404)]
    Escaped { id: u64 },
    /// No order {id}.
    #[status(transparent = order, fallback = 404)]
    Fallback { order: Option<status_core::ClientError>, id: u64 },
    /// No order {id}.
    #[status(404, title = "No such order")]
    Title { id: u64 },
    /// No order has this number. It is {id}.
    #[status(404)]
    Second { id: u64 },
    /// No order {id}.
    #[status(dynamic = code, fallback = 500)]
    Dynamic { code: u16, id: u64 },
    /// No order {number}.
    #[status(404)]
    NoField { id: u64 },
    /// No order {id}.
    #[status(404)]
    Unit,
}

fn main() {}
