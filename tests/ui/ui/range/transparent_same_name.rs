use status_core::HttpStatus;

mod stock {
    #[derive(status_core::HttpStatus)]
    #[status(range = 200..=599)]
    pub enum Error {
        /// It was stored.
        #[status(200)]
        Stored,
    }
}

/// The types of its fields are others, although they have the same name.
#[derive(HttpStatus)]
enum Error {
    #[status(transparent)]
    Stock(stock::Error),
    #[status(transparent)]
    Boxed(Box<stock::Error>),
    #[status(transparent)]
    Shared(std::sync::Arc<self::stock::Error>),
}

fn main() {}
