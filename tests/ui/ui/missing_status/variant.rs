use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// No order has this number.
    OrderNotFound,
}

fn main() {}
