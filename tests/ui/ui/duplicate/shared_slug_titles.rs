use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
enum Error {
    /// No order has this number.
    #[status(404, slug = "not-found")]
    OrderNotFound,
    /// No item has this number.
    #[status(404, slug = "not-found")]
    ItemNotFound,
}

fn main() {}
