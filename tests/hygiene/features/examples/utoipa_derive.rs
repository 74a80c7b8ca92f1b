//! Needs the feature `utoipa`.

use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(utoipa)]
enum OrderError<T> {
    /// No order has this number.
    #[status(404)]
    NotFound(T),
    #[status(transparent)]
    Gone(status_core::ClientError),
}

impl<T> std::fmt::Display for OrderError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no")
    }
}

fn main() {
    let gone = OrderError::<u8>::Gone(status_core::ClientError::Gone);
    println!("{}", OrderError::NotFound(7).code() + gone.code());
}
