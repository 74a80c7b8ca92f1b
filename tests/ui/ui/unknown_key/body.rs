use status_core::problem::{Body, View};
use status_core::{HttpStatus, status_table};

fn envelope(_: &View<'_>) -> Body {
    Body::new("text/plain", "")
}

#[derive(HttpStatus)]
#[status(body = "envelope")]
enum Quoted {
    /// On a variant.
    #[status(404, body = envelope)]
    Variant,
}

/// Called.
#[derive(HttpStatus)]
#[status(404, body = envelope())]
struct Called;

/// A closure.
#[derive(HttpStatus)]
#[status(404, body = |view| envelope(view))]
struct Closure;

/// Twice.
#[derive(HttpStatus)]
#[status(404, body = envelope, body = envelope)]
struct Twice;

status_table! {
    /// A table.
    #[status(body)]
    enum Table {
        /// A row.
        #[status(body = envelope)]
        404 NotFound,
    }
}

fn main() {}
