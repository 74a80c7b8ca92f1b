use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum StockError {
    /// Nothing of this article is left.
    #[status(409)]
    SoldOut,
}

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum OrderError {
    /// The order was sold to somebody else.
    #[status(410)]
    SoldOut,
    #[status(transparent)]
    Stock(StockError),
}

fn main() {}
