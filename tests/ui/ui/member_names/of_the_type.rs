use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(members(id, code = slug, "detail" = "no", kind = "a", kind = "b"))]
enum Error {
    /// It has the field.
    #[status(404)]
    Present { id: u8 },
    /// It has no field.
    #[status(409)]
    Missing,
    /// It has the member already.
    #[status(410, members(id, code = "gone"))]
    Twice { id: u8 },
}

fn main() {}
