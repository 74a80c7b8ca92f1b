use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// A float.
    #[status(404, members(ratio = 0.5))]
    Float,
    /// A path.
    #[status(404, members(id = self.id))]
    Path { id: u8 },
    /// A colon.
    #[status(404, members(id, code: slug))]
    Colon { id: u8 },
    /// No value.
    #[status(404, members("id"))]
    Name { id: u8 },
    /// Too large.
    #[status(404, members(id = 18446744073709551616))]
    Large,
    /// Too small.
    #[status(404, members(id = -9223372036854775809))]
    Small,
    /// Too large for its suffix.
    #[status(404, members(id = 300_u8))]
    Suffix,
    /// A suffix on the name.
    #[status(404, members("id"oops = 3))]
    NameSuffix,
}

fn main() {}
