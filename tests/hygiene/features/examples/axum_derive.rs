//! Needs the feature `axum`.

use std::fmt;

use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/", axum)]
enum OrderError<T> {
    /// No order has this number.
    #[status(404)]
    NotFound(T),
}

impl<T: fmt::Display> fmt::Display for OrderError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::NotFound(number) = self;
        write!(f, "order {number} not found")
    }
}

fn main() {
    println!("{}", OrderError::NotFound(7).code());
}
