use status_core::HttpStatus;

/// A range in parentheses.
#[derive(HttpStatus)]
#[status(range(4xx))]
enum Range {
    /// A value in parentheses.
    #[status(404, retry(never))]
    Never,
    /// A colon.
    #[status(409, slug: "sold-out")]
    SoldOut,
}

/// A colon.
#[derive(HttpStatus)]
#[status(type_base: "https://shop.example/errors/")]
enum Base {
    /// A constant.
    #[status(409, title = texts::SOLD_OUT)]
    SoldOut,
}

/// A constant.
#[derive(HttpStatus)]
#[status(404, type_base = BASE)]
struct Constant;

/// A crate.
#[derive(HttpStatus)]
#[status(404, actix)]
struct Actix;

/// An old name.
#[derive(HttpStatus)]
#[status(404, unlisted)]
struct Unlisted;

fn main() {}
