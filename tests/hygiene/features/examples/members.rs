//! Needs the feature `problem`.

use status_core::HttpStatus;

/// No order has this number.
#[derive(HttpStatus)]
#[status(404, members(id, shelf))]
struct NotFound<'a, T> {
    id: u64,
    shelf: &'a T,
}

fn main() {
    println!("{}", NotFound { id: 7, shelf: &"left" }.code());
}
