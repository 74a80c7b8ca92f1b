use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum StockError {
    /// Nothing is left of this item.
    #[status(409)]
    SoldOut,
}

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum OrderError {
    /// The order was sold to another customer.
    #[status(410)]
    SoldOut,
    #[status(transparent)]
    Stock(StockError),
}

fn main() {}
