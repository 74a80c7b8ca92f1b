use status_core::HttpStatus;

/// Fields whose names are not those of members.
#[derive(HttpStatus)]
#[status(decode, type_base = "https://shop.example/errors/", members(kind = "order"))]
#[status(range = 300..=599)]
enum Error {
    /// A standard member.
    #[status(409)]
    Standard { status: u8, r#type: u8 },
    /// Not a name.
    #[status(410)]
    NotAName { _u: u8, übung: u8 },
    /// Members of other values.
    #[status(422, members(left = right))]
    Taken { kind: String, left: u8, right: u8 },
    /// Two indices.
    #[status(404)]
    Tuple(u8, u8),
    /// No content.
    #[status(304)]
    Unchanged { version: u8 },
    /// A keyword.
    #[status(403)]
    Keyword { r#match: u8 },
}

fn main() {}
