use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// A method call.
    #[status(404, header("X-Id" = id.to_string()))]
    Called { id: u8 },
    /// A macro call.
    #[status(404, header("X-Id" = format!("{id}")))]
    Formatted { id: u8 },
    /// The field of a field.
    #[status(404, header("X-Id" = &self.id.0), members(number = self.id.0))]
    Nested { id: (u8,) },
    /// An arrow.
    #[status(404, header("X-Id" => "b",))]
    Arrow,
    /// A constant.
    #[status(429, header(header::RETRY_AFTER = after))]
    Constant { after: u64 },
    /// Two in one.
    #[status(404, header("X-A" = "a", "X-B" = "b"))]
    Two,
    /// A field of `self`.
    #[status(404, detail = self.text)]
    Detail { text: String },
    #[status(dynamic = self.code, fallback = 502)]
    Dynamic { code: u16 },
    #[status(dynamic = code.as_u16(), fallback = 502)]
    DynamicMethod { code: u16 },
    #[status(transparent = self.0)]
    Transparent(Box<Error>),
    #[status(transparent = cause.inner)]
    Inner { cause: Box<Error> },
}

fn main() {}
