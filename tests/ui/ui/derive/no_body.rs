use status_core::problem::{Body, View};
use status_core::{HttpStatus, status_table};

fn text(view: &View<'_>) -> String {
    view.title.to_owned()
}

fn envelope(view: View<'_>) -> Body {
    Body::new("text/plain", view.title.to_owned())
}

/// Another return type.
#[derive(HttpStatus)]
#[status(404, body = text)]
struct Text;

/// Not a reference.
#[derive(HttpStatus)]
#[status(404, body = envelope)]
struct Owned;

/// No such function.
#[derive(HttpStatus)]
#[status(404, body = crate::nowhere)]
struct Nowhere;

status_table! {
    /// Another return type.
    #[status(body = text)]
    enum Table {
        /// A row.
        404 NotFound,
    }
}

fn main() {}
