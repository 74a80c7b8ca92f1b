use status_core::{ClientError, HttpStatus};

fn f(_: &u16) -> u16 {
    404
}

#[derive(HttpStatus)]
enum Error {
    /// One mistake.
    #[status(transparent, fallback = 999)]
    Code(Option<ClientError>),
    /// One mistake.
    #[status(transparent, fallback)]
    NoValue(Option<ClientError>),
    /// One mistake.
    #[status(transparent = 0 fallback = 500)]
    NoComma(Option<ClientError>),
    #[status(dynamic = f(0) fallback = 500)]
    NoCommaEither(u16),
    #[status(dynamic = f[0], fallback = 500)]
    Brackets(u16),
    /// One mistake.
    #[status(404, detail = concat!("x"))]
    Macro(u16),
    /// One mistake.
    #[status(404, members(a = 5_oops))]
    Suffix,
    /// One mistake.
    #[status(404, members(a = 300_u8))]
    Range,
    /// One mistake.
    #[status(404, members(a = "x"oops))]
    Text,
    /// One mistake.
    #[status(404, members(a,,b))]
    Empty { a: u8, b: u8 },
}

fn main() {}
