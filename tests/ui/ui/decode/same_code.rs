use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(decode)]
enum OrderError {
    /// No order has this number.
    #[status(404)]
    OrderNotFound,
    /// No item has this name.
    #[status(404)]
    UnknownItem,
    /// No shop has this name.
    #[status(404, members(kind = "shop"))]
    UnknownShop,
    /// No street has this name.
    #[status(404, skip_decode)]
    UnknownStreet,
}

fn main() {}
