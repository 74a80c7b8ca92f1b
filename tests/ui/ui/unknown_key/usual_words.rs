use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(rename_all = "snake_case", prefix = "M_", envelope = crate::envelope)]
enum Error {
    /// A word for each.
    #[status(404, message = "gone")]
    Message,
    /// A word for each.
    #[status(404, error_code = "GONE")]
    Code,
    /// A word for each.
    #[status(404, extensions(id))]
    Extensions { id: u8 },
    /// A method.
    #[status(dynamic = self.code(), fallback = 500)]
    Method(u16),
    /// A closure.
    #[status(dynamic = |error| error.code(), fallback = 500)]
    Closure(u16),
    /// A call.
    #[status(404, detail = text(id))]
    Call { id: u8 },
}

fn main() {}
