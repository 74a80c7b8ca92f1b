use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(members(template = "/orders/{id}"))]
enum Error {
    /// Only a field.
    #[status(404, members(order = "{id}"))]
    Only { id: u64 },
    /// An index.
    #[status(404, members(order = "{0}"))]
    Index(u64),
    /// More than a field, twice.
    #[status(404, members(path = "/orders/{id}", range = "{first}-{last}"))]
    More { id: u64, first: u64, last: u64 },
    /// Not a field.
    #[status(404, members(order = "{order}"))]
    Fine { id: u64 },
}

fn main() {}
