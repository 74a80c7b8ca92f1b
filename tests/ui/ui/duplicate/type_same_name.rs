use status_core::HttpStatus;

mod stock {
    #[derive(status_core::HttpStatus)]
    #[status(type_base = "/errors/")]
    pub enum Error {
        /// Nothing is left.
        #[status(409)]
        SoldOut,
    }
}

/// The type of its field is another one, although all that it says is the same.
#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
enum Error {
    /// Nothing is left.
    #[status(409)]
    SoldOut,
    #[status(transparent)]
    Stock(stock::Error),
}

fn main() {}
