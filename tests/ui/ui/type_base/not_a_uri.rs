use status_core::{HttpStatus, status_table};

/// `%` without digits.
#[derive(HttpStatus)]
#[status(404, type_base = "https://shop.example/%zz/")]
struct Escape;

/// A port that is no number.
#[derive(HttpStatus)]
#[status(404, type_base = "https://shop.example:port/")]
struct Port;

/// It depends on the request.
#[derive(HttpStatus)]
#[status(404, type_base = "errors/")]
struct Relative;

status_table! {
    /// It depends on the request.
    #[status(type_base = "#")]
    enum Table {
        /// A row.
        404 NotFound,
    }
}

/// These are right.
#[derive(HttpStatus)]
#[status(404, type_base = "https://user:secret@[::1]:8080/%2F/")]
struct Ipv6;

/// These are right.
#[derive(HttpStatus)]
#[status(404, type_base = "urn:shop:")]
struct Urn;

/// These are right.
#[derive(HttpStatus)]
#[status(404, type_base = "/errors/")]
struct Path;

fn main() {}
